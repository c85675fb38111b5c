using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Mlp;

/// <summary>The sizes of a fully connected generator and discriminator. Immutable; presets vary with <c>with</c>.</summary>
public sealed record MlpOptions
{
    /// <summary>A point generator for two-dimensional data: G 10-64-32-2 with ReLU and Tanh, D 2-32-16-1 with LeakyReLU.</summary>
    public static MlpOptions Ring { get; } = new()
    {
        Latent = new LatentSpace { Size = 10 },
        SampleShape = [2],
        GeneratorWidths = [64, 32],
        DiscriminatorWidths = [32, 16],
        GeneratorSlope = 0,
        OutputScale = 3,
    };

    /// <summary>28×28 gray images: G 100-256-512-784 and D 784-512-256-1, LeakyReLU 0.2, output in [-1, 1] by Tanh.</summary>
    public static MlpOptions Mnist { get; } = new();

    /// <summary>
    /// The networks of PacGAN's experiments in the plane (Lin et al. 2018): G 2-400-400-400-400-2 with batch norm and ReLU, linear at its end,
    /// 484,802 parameters; D 2-200-200-200-1 with maxout of 5, 405,201 parameters and 2,000 more for each further sample in a pack.
    /// </summary>
    public static MlpOptions PacGan2D { get; } = new()
    {
        Latent = new LatentSpace { Size = 2 },
        SampleShape = [2],
        GeneratorWidths = [400, 400, 400, 400],
        DiscriminatorWidths = [200, 200, 200],
        GeneratorSlope = 0,
        GeneratorNorm = Norm.Batch,
        DiscriminatorActivation = MlpActivation.Maxout,
        Output = MlpOutput.Linear,
        Weights = MlpWeights.Normal,
        WeightScale = 0.02,
    };

    /// <summary>
    /// The networks of unrolled GAN's experiments in the plane (Metz et al. 2017): G 256-128-128-2 and D 2-128-128-1 with tanh, linear at their
    /// ends, orthogonal weights times 1.4; 49,666 and 17,025 parameters.
    /// </summary>
    public static MlpOptions Unrolled2D { get; } = new()
    {
        Latent = new LatentSpace { Size = 256 },
        SampleShape = [2],
        GeneratorWidths = [128, 128],
        DiscriminatorWidths = [128, 128],
        GeneratorActivation = MlpActivation.Tanh,
        DiscriminatorActivation = MlpActivation.Tanh,
        Output = MlpOutput.Linear,
        Weights = MlpWeights.Orthogonal,
        WeightScale = 1.4,
    };

    /// <summary>What the generator starts from. Default 100 coordinates of N(0, 1).</summary>
    public LatentSpace Latent { get; init; } = new();

    /// <summary>The shape of one sample, every size at least 1. Default <c>[1, 28, 28]</c>.</summary>
    public IReadOnlyList<long> SampleShape { get; init; } = [1, 28, 28];

    /// <summary>Widths of the generator's hidden layers, from the latents on. Default 256, 512.</summary>
    public IReadOnlyList<int> GeneratorWidths { get; init; } = [256, 512];

    /// <summary>Widths of the discriminator's hidden layers, from the samples on. Default 512, 256.</summary>
    public IReadOnlyList<int> DiscriminatorWidths { get; init; } = [512, 256];

    /// <summary>The generator's slope for negative values, in [0, 1); 0 is ReLU. Default 0.2.</summary>
    public double GeneratorSlope { get; init; } = 0.2;

    /// <summary>The discriminator's slope for negative values, in [0, 1); 0 is ReLU. Default 0.2.</summary>
    public double DiscriminatorSlope { get; init; } = 0.2;

    /// <summary>What stands between the generator's layers. Default <see cref="MlpActivation.LeakyRelu"/>.</summary>
    public MlpActivation GeneratorActivation { get; init; } = MlpActivation.LeakyRelu;

    /// <summary>What stands between the discriminator's layers. Default <see cref="MlpActivation.LeakyRelu"/>.</summary>
    public MlpActivation DiscriminatorActivation { get; init; } = MlpActivation.LeakyRelu;

    /// <summary>Linear layers of which maxout takes the largest, at least 1. Default 5.</summary>
    public int MaxoutPieces { get; init; } = 5;

    /// <summary>What normalises the generator. Default <see cref="Norm.None"/>.</summary>
    public Norm GeneratorNorm { get; init; } = Norm.None;

    /// <summary>What normalises the discriminator. Default <see cref="Norm.None"/>.</summary>
    public Norm DiscriminatorNorm { get; init; } = Norm.None;

    /// <summary>What the generator ends with. Default <see cref="MlpOutput.Tanh"/>.</summary>
    public MlpOutput Output { get; init; } = MlpOutput.Tanh;

    /// <summary>Where initial weights come from. Default <see cref="MlpWeights.Uniform"/>.</summary>
    public MlpWeights Weights { get; init; } = MlpWeights.Uniform;

    /// <summary>Deviation of normal weights, or length of orthogonal ones, positive. Default 0.02.</summary>
    public double WeightScale { get; init; } = 0.02;

    /// <summary>Samples lie in [-scale, scale]: what the generator ends with is multiplied by it. Positive. Default 1.</summary>
    public double OutputScale { get; init; } = 1;

    /// <summary>Classes both networks are conditioned on, at least 0. Default 0: none, and they take no labels.</summary>
    public int Classes { get; init; }

    /// <summary>Learnt numbers that stand for a class beside a network's input, at least 1; without classes there are none. Default 10.</summary>
    public int LabelSize { get; init; } = 10;

    /// <summary>Seed of the initial weights. Default 0.</summary>
    public long Seed { get; init; }

    /// <summary>Makes both networks, ready to train.</summary>
    /// <param name="seed">Seed of the weights, the training and the samples, in place of <see cref="Seed"/>.</param>
    /// <param name="device">Where the networks compute; null for the CPU.</param>
    /// <returns>The GAN, which owns both networks. The caller owns it.</returns>
    /// <exception cref="ArgumentException">An option breaks a rule; the message names every one that does.</exception>
    public GanModel Create(long seed = 0, Device? device = null)
    {
        var seeded = this with { Seed = seed };
        return new GanModel(new MlpGenerator(seeded), new MlpDiscriminator(seeded), seed, device);
    }

    /// <summary>These sizes for a discriminator that judges packs of samples, joined along their first dimension.</summary>
    /// <param name="size">Samples in a pack, at least 1.</param>
    public MlpOptions ForPacks(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        return size == 1 ? this : this with { SampleShape = [size * SampleShape[0], .. SampleShape.Skip(1)] };
    }

    /// <summary>These sizes normalised as a recipe has it; batch norm, which is for convolutions, is left out.</summary>
    public MlpOptions For(Recipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return this with { DiscriminatorNorm = recipe.DiscriminatorNorm == Norm.Spectral ? Norm.Spectral : Norm.None };
    }

    internal MlpOptions Validated()
    {
        new OptionProblems(nameof(MlpOptions))
            .Within(Latent, (latent, inside) => latent.Validate(inside))
            .EachAtLeast(SampleShape, 1, count: 1)
            .EachAtLeast(GeneratorWidths, 1)
            .EachAtLeast(DiscriminatorWidths, 1)
            .InRange(GeneratorSlope, 0, 1)
            .InRange(DiscriminatorSlope, 0, 1)
            .Positive(OutputScale)
            .Known(GeneratorActivation)
            .Known(DiscriminatorActivation)
            .Known(GeneratorNorm)
            .Known(DiscriminatorNorm)
            .Known(Output)
            .Known(Weights)
            .AtLeast(MaxoutPieces, 1)
            .Positive(WeightScale)
            .AtLeast(Classes, 0)
            .AtLeast(LabelSize, 1)
            .ThrowIfAny();
        return this;
    }
}
