namespace Gan.Net.Schedules;

/// <summary>Another schedule, whose values are first multiplied by a factor that rises to 1 in a straight line.</summary>
public sealed record WarmUpSchedule : Schedule
{
    /// <summary>What is warmed up. A number will do.</summary>
    public required Schedule Target { get; init; }

    /// <summary>How long it takes, in samples, at least 1.</summary>
    public required long Over { get; init; }

    /// <summary>The factor at the start, in [0, 1). Default 0.</summary>
    public double From { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<double> Extremes() => [.. Target.Extremes(), .. Target.Extremes().Select(value => value * From)];

    /// <inheritdoc/>
    public override double At(long samples) =>
        samples >= Over ? Target.At(samples) : Target.At(samples) * (From + ((1 - From) * ((double)samples / Over)));

    /// <inheritdoc/>
    public override void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.AtLeast(Over, 1).InRange(From, 0, 1).Within(Target, (schedule, inside) => schedule.Validate(inside));
    }
}
