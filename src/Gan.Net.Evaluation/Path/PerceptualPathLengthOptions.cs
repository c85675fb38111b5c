using System.Globalization;

namespace Gan.Net.Evaluation;

/// <summary>The choices of a perceptual path length. The defaults are StyleGAN's in z, but for the count. Immutable; presets vary with <c>with</c>.</summary>
public sealed record PerceptualPathLengthOptions
{
    /// <summary>StyleGAN's (Karras et al. 2019): 50,000 pairs, directions of length 1.</summary>
    public static PerceptualPathLengthOptions StyleGan { get; } = new() { Pairs = 50_000, Path = LatentPath.UnitSpherical };

    /// <summary>How many pairs of latents, at least 1. Default 10,000.</summary>
    public int Pairs { get; init; } = 10_000;

    /// <summary>How one latent turns into another. Default <see cref="LatentPath.Spherical"/>.</summary>
    public LatentPath Path { get; init; } = LatentPath.Spherical;

    /// <summary>The step along the path, in (0, 1). Default 1e-4.</summary>
    public double Step { get; init; } = 1e-4;

    /// <summary>What form samples are compared in. Default <see cref="PathSamples.AsGenerated"/>.</summary>
    public PathSamples Samples { get; init; } = PathSamples.AsGenerated;

    /// <summary>The share of the shortest and of the longest lengths left out on each side, in [0, 0.5). Default 0.01.</summary>
    public double Trim { get; init; } = 0.01;

    /// <summary>Pairs generated at once, at least 1. Default 64.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>Chooses latents and places. Default 0.</summary>
    public long Seed { get; init; }

    internal string Settings => string.Create(
        CultureInfo.InvariantCulture,
        $"{Path.ToString().ToLowerInvariant()}-step{Step}{(Samples == PathSamples.Rounded ? "-rounded" : "")}{(Trim == 0.01 ? "" : $"-trim{Trim}")}");

    internal PerceptualPathLengthOptions Checked()
    {
        new OptionProblems(nameof(PerceptualPathLengthOptions))
            .AtLeast(Pairs, 1)
            .Require(Enum.IsDefined(Path), "must be a known path", Path)
            .Require(Step is > 0 and < 1, "must be in (0, 1)", Step)
            .Require(Enum.IsDefined(Samples), "must be a known form", Samples)
            .InRange(Trim, 0, 0.5)
            .AtLeast(BatchSize, 1)
            .ThrowIfAny();
        return this;
    }
}
