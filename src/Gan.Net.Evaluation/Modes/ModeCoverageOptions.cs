using System.Globalization;

namespace Gan.Net.Evaluation;

/// <summary>When a sample is of high quality, and what the histogram of modes counts. Immutable; presets vary with <c>with</c>.</summary>
public sealed record ModeCoverageOptions
{
    /// <summary>
    /// PacGAN's (Lin et al. 2018, code), and VEEGAN's (Srivastava et al. 2017) for points in the plane: 2,500 samples, nearer to a mode
    /// than 3 deviations. PacGAN reports the mean of 10 runs, VEEGAN of 5.
    /// </summary>
    public static ModeCoverageOptions PacGan { get; } = new();

    /// <summary>VEEGAN's for ten modes in 1,200 dimensions: 10 deviations, since a point's distance grows with the dimensions.</summary>
    public static ModeCoverageOptions Veegan1200 { get; } = new() { Deviations = 10 };

    /// <summary>D2GAN's ring (Nguyen et al. 2017) read as its paper says it: covariance 0.02, so a deviation of 0.141 whatever the data's.</summary>
    public static ModeCoverageOptions D2GanCovariance { get; } = new() { StandardDeviation = Math.Sqrt(0.02) };

    /// <summary>D2GAN's ring read as its code names the number: a deviation of 0.02 whatever the data's.</summary>
    public static ModeCoverageOptions D2GanDeviation { get; } = new() { StandardDeviation = 0.02 };

    /// <summary>How many samples the protocol draws, at least 1. For whoever draws them; fewer or more are counted as they come. Default 2,500.</summary>
    public int SampleCount { get; init; } = 2500;

    /// <summary>A sample is of high quality when nearer to a mode than so many deviations. Positive. Default 3.</summary>
    public double Deviations { get; init; } = 3;

    /// <summary>The deviation to measure in, positive, or null for the data's own. Default null.</summary>
    public double? StandardDeviation { get; init; }

    /// <summary>What the histogram counts. Default <see cref="ModeHistogram.HighQualitySamples"/>.</summary>
    public ModeHistogram Histogram { get; init; } = ModeHistogram.HighQualitySamples;

    internal string Settings => string.Create(
        CultureInfo.InvariantCulture,
        $"{Deviations}sigma{(StandardDeviation is double deviation ? $"{deviation:G3}" : "")}{(Histogram == ModeHistogram.AllSamples ? "-all" : "")}");

    internal ModeCoverageOptions Checked()
    {
        new OptionProblems(nameof(ModeCoverageOptions))
            .AtLeast(SampleCount, 1)
            .Positive(Deviations)
            .Require(StandardDeviation is null or > 0 and < double.PositiveInfinity, "must be positive, or null for the data's", StandardDeviation)
            .Require(Enum.IsDefined(Histogram), "must be a known choice", Histogram)
            .ThrowIfAny();
        return this;
    }
}
