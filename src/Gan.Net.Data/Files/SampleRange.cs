namespace Gan.Net.Data;

/// <summary>What the numbers of a data set stand for. Models see pictures in [-1, 1].</summary>
public enum SampleRange
{
    /// <summary>Floats are taken as they are; bytes, 0 to 255, become -1 to 1.</summary>
    AsIs,

    /// <summary>Floats from 0 to 1 become -1 to 1; so do bytes from 0 to 255.</summary>
    ZeroToOne,
}
