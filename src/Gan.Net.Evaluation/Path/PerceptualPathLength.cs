using Gan.Net.Features;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation;

/// <summary>
/// Perceptual path length (Karras et al. 2019): how far a generator's samples move, in the features, per step between two latents: the mean
/// of ‖f(G(z_t)) - f(G(z_{t+ε}))‖² / ε². A smooth generator has a short one. With features whose squared distance is LPIPS it is the
/// paper's number; with others it is a number of its own, and is named after them.
/// </summary>
public static class PerceptualPathLength
{
    /// <summary>Measures a generator, in evaluation mode.</summary>
    /// <param name="generator">G. Its mode is put back afterwards.</param>
    /// <param name="extractor">The features.</param>
    /// <param name="options">The protocol; null for the default.</param>
    /// <returns>One result, <c>ppl</c>, with the deviation of the lengths that were kept.</returns>
    /// <exception cref="ArgumentException">An option breaks a rule, or the extractor does not take the samples.</exception>
    public static MetricResult Measure(IGenerator generator, IFeatureExtractor extractor, PerceptualPathLengthOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(extractor);
        options = (options ?? new PerceptualPathLengthOptions()).Checked();
        var lengths = Trimmed(Lengths(generator, extractor, options), options.Trim);
        var mean = lengths.Average();
        return new MetricResult
        {
            Metric = "ppl",
            Settings = options.Settings,
            Features = extractor.Name,
            GeneratedSamples = options.Pairs,
            Value = mean,
            Error = Math.Sqrt(lengths.Average(length => (length - mean) * (length - mean))),
            Direction = MetricDirection.LowerIsBetter,
        };
    }

    /// <summary>Without the lengths below and above the two quantiles, each taken as the sample next to it, outwards.</summary>
    internal static double[] Trimmed(double[] lengths, double trim)
    {
        var sorted = lengths.Order().ToArray();
        var low = sorted[(int)Math.Floor(trim * (sorted.Length - 1))];
        var high = sorted[(int)Math.Ceiling((1 - trim) * (sorted.Length - 1))];
        return Array.FindAll(sorted, length => length >= low && length <= high);
    }

    private static double[] Lengths(IGenerator generator, IFeatureExtractor extractor, PerceptualPathLengthOptions options)
    {
        using var still = no_grad();
        using var mode = new EvaluationMode(generator.Module);
        using var random = new Generator((ulong)options.Seed, CPU);
        var lengths = new List<double>();
        while (lengths.Count < options.Pairs)
        {
            using var scope = NewDisposeScope();
            var count = Math.Min(options.BatchSize, options.Pairs - lengths.Count);
            lengths.AddRange(Batch(generator, extractor, options, random).narrow(0, 0, count).cpu().data<double>().ToArray());
        }

        return [.. lengths];
    }

    // To the nearest of the 256 values that a byte can hold.
    private static Tensor Rounded(Tensor samples) => samples.to(ScalarType.Float32).add(1).mul(127.5).round().clamp(0, 255).div(127.5).sub(1);

    // Latents are float64 along the path: a step of 1e-4 is near what float32 resolves.
    private static Tensor Batch(IGenerator generator, IFeatureExtractor extractor, PerceptualPathLengthOptions options, Generator random)
    {
        Tensor Latents() => generator.Latent.Sample(options.BatchSize, random, CPU).to(ScalarType.Float64);
        var (a, b) = (Latents(), Latents());
        var t = empty(options.BatchSize, 1, dtype: ScalarType.Float64).uniform_(0, 1, random);
        var device = generator.Module.parameters().First().device;
        Tensor Features(Tensor place)
        {
            var samples = generator.Generate(LatentPaths.Between(a, b, place, options.Path).to(ScalarType.Float32).to(device));
            return extractor.Extract(options.Samples == PathSamples.Rounded ? Rounded(samples) : samples).to(ScalarType.Float64);
        }

        return (Features(t) - Features(t + options.Step)).square().sum(1).div(options.Step * options.Step);
    }
}
