namespace Gan.Net.Monitoring;

/// <summary>Something a <see cref="TrainingMonitor"/> found wrong with a run. Immutable, plain values.</summary>
public sealed record Verdict
{
    /// <summary>What is wrong.</summary>
    public required VerdictKind Kind { get; init; }

    /// <summary>The round in which it became clear.</summary>
    public required long Round { get; init; }

    /// <summary>Real samples seen by then.</summary>
    public required long SamplesSeen { get; init; }

    /// <summary>The number that told.</summary>
    public required double Value { get; init; }

    /// <summary>What the number was compared with.</summary>
    public required double Limit { get; init; }

    /// <summary>What was found, with the number, for people.</summary>
    public required string Sentence { get; init; }

    /// <summary>What usually helps, the first to try first; a phrase each.</summary>
    public required IReadOnlyList<string> Remedies { get; init; }

    /// <summary>The round, the sentence and the remedies.</summary>
    public override string ToString() => FormattableString.Invariant($"Round {Round}: {Sentence} What usually helps: {string.Join("; ", Remedies)}.");
}
