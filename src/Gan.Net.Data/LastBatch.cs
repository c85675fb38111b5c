namespace Gan.Net.Data;

/// <summary>What becomes of the samples at an epoch's end that fill no batch.</summary>
public enum LastBatch
{
    /// <summary>They are left out; in the next shuffled epoch others are.</summary>
    Drop,

    /// <summary>They make a smaller batch.</summary>
    Keep,
}
