namespace Gan.Net.Schedules;

/// <summary>
/// Goes from one value to another along half a cosine, slowly at both ends, and stays there: to + (from - to)·(1 + cos πt)/2
/// (Loshchilov and Hutter 2017, equation 5, without restarts).
/// </summary>
public sealed record CosineSchedule : Schedule
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
    public override double At(long samples) =>
        samples >= Over ? To : To + ((From - To) * (1 + Math.Cos(Math.PI * ((double)samples / Over))) / 2);

    /// <inheritdoc/>
    public override void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.AtLeast(Over, 1);
    }
}
