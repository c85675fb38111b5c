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

    /// <summary>Samples lie in [-scale, scale]: the Tanh at the end is multiplied by it. Positive. Default 1.</summary>
    public double OutputScale { get; init; } = 1;

    /// <summary>Classes both networks are conditioned on, at least 0. Default 0: none, and they take no labels.</summary>
    public int Classes { get; init; }

    /// <summary>Learnt numbers that stand for a class beside a network's input, at least 1; without classes there are none. Default 10.</summary>
    public int LabelSize { get; init; } = 10;

    /// <summary>Seed of the initial weights. Default 0.</summary>
    public long Seed { get; init; }

    internal MlpOptions Validated()
    {
        new OptionProblems(nameof(MlpOptions))
            .Within(Latent, (latent, inside) => latent.Validate(inside))
            .Require(SampleShape.Count > 0 && SampleShape.All(size => size > 0), "must name sizes of at least 1", Show(SampleShape), nameof(SampleShape))
            .Require(GeneratorWidths.All(width => width > 0), "must be at least 1 each", Show(GeneratorWidths), nameof(GeneratorWidths))
            .Require(DiscriminatorWidths.All(width => width > 0), "must be at least 1 each", Show(DiscriminatorWidths), nameof(DiscriminatorWidths))
            .InRange(GeneratorSlope, 0, 1)
            .InRange(DiscriminatorSlope, 0, 1)
            .Positive(OutputScale)
            .AtLeast(Classes, 0)
            .AtLeast(LabelSize, 1)
            .ThrowIfAny();
        return this;
    }

    private static string Show<T>(IEnumerable<T> sizes) => $"[{string.Join(", ", sizes)}]";
}
