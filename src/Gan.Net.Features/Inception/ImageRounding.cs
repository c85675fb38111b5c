namespace Gan.Net.Features;

/// <summary>What happens to float images before they are looked at.</summary>
public enum ImageRounding
{
    /// <summary>They are cut off and rounded to 256 levels, as if they had been saved: what published values are measured on.</summary>
    To256Levels,

    /// <summary>Nothing: for differences too small for 256 levels, such as path lengths.</summary>
    None,
}
