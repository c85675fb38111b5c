namespace Gan.Net.Schedules;

/// <summary>One schedule, and after a number of samples another, which counts its own samples from there.</summary>
public sealed record SequenceSchedule : Schedule
{
    /// <summary>The schedule at the start. A number will do.</summary>
    public required Schedule First { get; init; }

    /// <summary>Samples after which <see cref="Next"/> takes over, at least 1.</summary>
    public required long Samples { get; init; }

    /// <summary>The schedule from then on. A number will do.</summary>
    public required Schedule Next { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<double> Extremes() => [.. First.Extremes(), .. Next.Extremes()];

    /// <inheritdoc/>
    public override double At(long samples) => samples < Samples ? First.At(samples) : Next.At(samples - Samples);

    /// <inheritdoc/>
    public override void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.AtLeast(Samples, 1)
            .Within(First, (schedule, inside) => schedule.Validate(inside))
            .Within(Next, (schedule, inside) => schedule.Validate(inside));
    }
}
