namespace Gan.Net.Regularizers;

/// <summary>Which deviations of a gradient's norm from its target cost something.</summary>
public enum PenaltySides
{
    /// <summary>Both: (norm - target)².</summary>
    Two,

    /// <summary>Only too large ones: max(0, norm - target)².</summary>
    One,
}
