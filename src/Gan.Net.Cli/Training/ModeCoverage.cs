using System.Globalization;
using Gan.Net.Data;
using static TorchSharp.torch;

namespace Gan.Net.Cli.Training;

/// <summary>
/// How many of a mixture's modes a generator reaches: the usual count of 2,500 samples, each of high quality within three deviations
/// of its nearest mode, a mode covered when it has one such sample.
/// </summary>
internal sealed record ModeCoverage
{
    public const int SampleCount = 2500;
    private const double Deviations = 3;

    public required int Covered { get; init; }

    public required int Modes { get; init; }

    /// <summary>The share of samples of high quality, 0 to 1.</summary>
    public required double HighQuality { get; init; }

    /// <summary>Counts over samples <c>[N, 2]</c> on the CPU.</summary>
    public static ModeCoverage Of(Tensor samples, GaussianMixtureSource mixture)
    {
        using var scope = NewDisposeScope();
        var squares = (samples.unsqueeze(1) - mixture.Modes).square().sum(2);
        var (distances, nearest) = squares.min(1);
        var good = distances.sqrt().le(Deviations * mixture.StandardDeviation).data<bool>().ToArray();
        var modes = nearest.data<long>().ToArray().Where((_, i) => good[i]).Distinct().Count();
        return new ModeCoverage { Covered = modes, Modes = mixture.Classes, HighQuality = good.Count(isGood => isGood) / (double)good.Length };
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Covered} of {Modes} covered; {HighQuality * 100:F0} % of {SampleCount:N0} samples within {Deviations:F0} deviations of one");
}
