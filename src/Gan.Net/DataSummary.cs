namespace Gan.Net;

/// <summary>
/// What a source knows of all its data before any of it is drawn. A trainer compares it with the models before the first step, so that
/// nothing in a later batch comes as a surprise. Null stands for what is not known. Immutable.
/// </summary>
public sealed record DataSummary
{
    /// <summary>How many samples each label has, for the labels that occur. Default null.</summary>
    public IReadOnlyDictionary<long, long>? LabelCounts { get; init; }

    /// <summary>How many classes an endless source draws from: its labels are 0 to <c>Classes - 1</c>. Default null.</summary>
    public int? Classes { get; init; }

    /// <summary>The smallest and the largest number of any sample, as the models see it. Default null.</summary>
    public (double Lowest, double Highest)? Range { get; init; }

    /// <summary>
    /// By what the data is known again when a run goes on. A text that begins with <c>partial</c> covers only a part of it. Default null.
    /// </summary>
    public string? Digest { get; init; }

    /// <summary>The lowest and the highest label; null when the labels are not known.</summary>
    public (long Lowest, long Highest)? Labels =>
        LabelCounts is { Count: > 0 } counts ? (counts.Keys.Min(), counts.Keys.Max())
        : Classes is int classes ? (0, classes - 1)
        : null;

    /// <summary>The labels from 0 to <paramref name="classes"/> - 1 that no sample has; none when the labels are not known.</summary>
    /// <param name="classes">How many classes the models take.</param>
    public IReadOnlyList<long> Missing(int classes) =>
        LabelCounts is null && Classes is null ? []
        : [.. Enumerable.Range(0, classes).Select(label => (long)label).Where(label => LabelCounts?.ContainsKey(label) != true && !(label < Classes))];
}
