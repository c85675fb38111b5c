namespace Gan.Net.Features;

/// <summary>What float images range over. Bytes are 0 to 255 in any case.</summary>
public enum ImageRange
{
    /// <summary>-1 to 1, as the models of this library make them.</summary>
    MinusOneToOne,

    /// <summary>0 to 1.</summary>
    ZeroToOne,
}
