using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net;

/// <summary>Where a generator's inputs come from: how many coordinates, and their distribution. Immutable, holds no tensor.</summary>
public sealed record LatentSpace
{
    /// <summary>No latents: the generator makes its samples from a condition alone.</summary>
    public static LatentSpace None { get; } = new() { Size = 0 };

    /// <summary>Whether there are no latents.</summary>
    public bool IsNone => Size == 0;

    /// <summary>Coordinates of one latent, at least 1; 0 in <see cref="None"/> alone. Default 100, the DCGAN paper's.</summary>
    public int Size { get; init; } = 100;

    /// <summary>
    /// What the last coordinates mean, for InfoGAN; the coordinates before them are drawn from the prior. Default null: nothing.
    /// </summary>
    public LatentCodes? Codes { get; init; }

    /// <summary>The distribution of each coordinate. Default <see cref="LatentPrior.Normal"/>.</summary>
    public LatentPrior Prior { get; init; } = LatentPrior.Normal;

    /// <summary>
    /// Draws latents <c>[count, Size]</c> of type float32. They are drawn on the CPU and moved, so a seed means the same on every
    /// device. The caller owns the result.
    /// </summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="generator">Where the randomness comes from; a CPU generator.</param>
    /// <param name="device">Where the latents go; null for the CPU.</param>
    public Tensor Sample(long count, Generator generator, Device? device = null)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (IsNone)
        {
            throw new InvalidOperationException("The generator takes no latents. Give it its condition alone.");
        }

        var latents = Codes is null ? Noise(count, Size, generator) : WithCodes(count, Codes, generator);
        return device is null || device.type == DeviceType.CPU ? latents : latents.to(device, disposeAfter: true);
    }

    /// <summary>The coordinates of latents that are codes, <c>[N, Codes.Size]</c>: a view.</summary>
    /// <param name="latents">The latents, <c>[N, Size]</c>.</param>
    /// <exception cref="InvalidOperationException">The latents have no codes.</exception>
    public Tensor CodesOf(Tensor latents)
    {
        ArgumentNullException.ThrowIfNull(latents);
        var size = Codes?.Size ?? throw new InvalidOperationException($"The latents have no codes. Set {nameof(LatentSpace)}.{nameof(Codes)} in the generator's options.");
        return latents.narrow(1, Size - size, size);
    }

    /// <summary>Adds what is wrong with these settings to <paramref name="problems"/>, for the options of a model.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="problems"/> is null.</exception>
    public void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.AtLeast(Size, 1).Known(Prior);
        Codes?.Validate(problems);
        problems.Require(Codes is null || Size >= Codes.Size, $"must hold the {Codes?.Size} coordinates of the codes", Size);
    }

    private Tensor Noise(long count, long size, Generator generator) => Prior switch
    {
        LatentPrior.Normal => randn(count, size, dtype: ScalarType.Float32, generator: generator),
        LatentPrior.Uniform => Draw.Uniform([count, size], generator).mul_(2).sub_(1),
        _ => throw new InvalidOperationException($"The prior {Prior} is not known."),
    };

    private Tensor WithCodes(long count, LatentCodes codes, Generator generator)
    {
        using var scope = NewDisposeScope();
        var drawn = codes.Sample(count, generator);
        return scope.MoveToOuter(Size == codes.Size ? drawn : cat([Noise(count, Size - codes.Size, generator), drawn], 1));
    }
}
