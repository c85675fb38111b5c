namespace Gan.Net.Schedules;

/// <summary>Goes from one value to another in a straight line, and stays there.</summary>
public sealed record LinearSchedule : Schedule
{
    /// <summary>The value at the start.</summary>
    public required double From { get; init; }

    /// <summary>The value after <see cref="Over"/> samples and from then on.</summary>
    public required double To { get; init; }

    /// <summary>How long it takes, in samples, at least 1.</summary>
    public required long Over { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<double> Extremes() => [From, To];

    /// <inheritdoc/>
    public override double At(long samples) => samples >= Over ? To : From + ((To - From) * ((double)samples / Over));

    /// <inheritdoc/>
    public override void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.AtLeast(Over, 1);
    }
}
