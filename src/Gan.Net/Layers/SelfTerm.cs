namespace Gan.Net.Layers;

/// <summary>Whether a sample counts as close to itself in <see cref="MinibatchDiscrimination"/>.</summary>
public enum SelfTerm
{
    /// <summary>It does, which adds 1 to each of its features: the paper's sum.</summary>
    Included,

    /// <summary>It does not: the authors' code.</summary>
    Excluded,
}
