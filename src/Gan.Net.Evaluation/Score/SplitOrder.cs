namespace Gan.Net.Evaluation;

/// <summary>How samples come into the splits of a score.</summary>
public enum SplitOrder
{
    /// <summary>The first samples into the first split, as most codes do.</summary>
    AsAdded,

    /// <summary>In a random order, as torch-fidelity does. Matters where the samples are sorted, by class for instance.</summary>
    Shuffled,
}
