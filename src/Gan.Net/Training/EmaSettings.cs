using Gan.Net.Schedules;

namespace Gan.Net.Training;

/// <summary>
/// A running average of the generator's weights (Yazıcı et al. 2019; Karras et al. 2018, section 3), in the convention of StyleGAN2: after
/// each round that drew n real samples, average = β·average + (1 - β)·weights with β = 0.5^(n / half-life). Batch-norm statistics and
/// other buffers are not averaged: the average is shown with the generator's own, which those codes copy. Immutable.
/// </summary>
public sealed record EmaSettings
{
    /// <summary>
    /// Samples after which a weight counts half; at least 0, and 0 is no average at all. A number, or a schedule over the samples seen.
    /// Default 10,000, StyleGAN2's.
    /// </summary>
    public Schedule HalfLife { get; init; } = 10_000;

    /// <summary>
    /// Keeps the half-life below this share of the samples seen, positive, so that the start is forgotten soon; null for no such
    /// bound. Default 0.05, StyleGAN2-ADA's.
    /// </summary>
    public double? RampUp { get; init; } = 0.05;

    /// <summary>What is left of the average after a round, β: in [0, 1).</summary>
    /// <param name="samples">Real samples drawn in the round.</param>
    /// <param name="samplesSeen">Real samples seen before it.</param>
    public double Decay(long samples, long samplesSeen)
    {
        var halfLife = Math.Min(HalfLife.At(samplesSeen), (RampUp ?? double.PositiveInfinity) * Math.Max(samplesSeen, double.Epsilon));
        return halfLife <= 0 ? 0 : Math.Pow(0.5, samples / halfLife);
    }

    internal void Validate(OptionProblems problems)
    {
        problems.AtLeast(HalfLife, 0);
        if (RampUp is double share)
        {
            problems.Positive(share, nameof(RampUp));
        }
    }
}
