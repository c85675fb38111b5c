using Gan.Net.Regularizers;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Support;

/// <summary>
/// A critic, a generator and a batch, and the terms that regularizers make of them. The chance is the same at each call, so a term
/// is a function of the weights alone.
/// </summary>
internal sealed class PenaltyGame : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public PenaltyGame(IDiscriminator critic, IGenerator generator, Tensor real, Tensor latents) =>
        (Critic, Generator, Real, Latents) = (critic, generator, real, latents);

    /// <summary>
    /// The game of <see cref="SmoothCritic"/> and <see cref="SmoothGenerator"/>: five images of 1 by 4 by 4 of three classes, from latents that are
    /// codes.
    /// </summary>
    public PenaltyGame(ScalarType type = ScalarType.Float64, Device? device = null)
    {
        using var random = new Generator(33, CPU);
        Critic = new SmoothCritic(16, type) { Classes = 3 };
        Generator = new SmoothGenerator([1, 4, 4], type) { Classes = 3, Latent = new LatentSpace { Size = 3, Codes = Codes } };
        Real = randn(5, 1, 4, 4, dtype: type, generator: random);
        Latents = randn(5, 3, dtype: type, generator: random);
        if (device is not null)
        {
            Critic.Module.to(device);
            Generator.Module.to(device);
            (Real, Latents) = (Real.to(device), Latents.to(device));
        }
    }

    /// <summary>Codes as many as the critic's further numbers.</summary>
    public static LatentCodes Codes { get; } = new() { Categories = [2], Continuous = 1 };

    public IDiscriminator Critic { get; }

    public IGenerator Generator { get; }

    public Tensor Real { get; }

    public Tensor Latents { get; }

    public ComponentState State { get; init; } = new();

    public ulong Seed { get; init; } = 7;

    /// <summary>The discriminator's term; both players' weights take gradients, as when fakes are shared.</summary>
    public Tensor ForDiscriminator(IDiscriminatorRegularizer regularizer)
    {
        using var batch = new Batch(Real.alias(), Labels(1));
        using var random = new Generator(Seed, CPU);
        var fake = Generator.Generate(Latents).detach();
        var pass = new DiscriminatorPass(Critic, Generator, batch, new Fakes { Latents = Latents, Samples = fake, Condition = Labels(2) }, random, regularizer.DifferentiatedInputs) { State = State };
        return regularizer.ForDiscriminator(pass);
    }

    /// <summary>The generator's term; freeze the critic to have the trainer's.</summary>
    public Tensor ForGenerator(IGeneratorRegularizer regularizer)
    {
        using var random = new Generator(Seed, CPU);
        var pass = new GeneratorPass(
            Generator, Critic, new Fakes { Latents = Latents, Samples = Generator.Generate(Latents), Condition = Labels(2) }, new Batch(Real, Labels(1)), random)
        {
            State = State,
            WantsFeatures = regularizer.NeedsFeatures,
        };
        return regularizer.ForGenerator(pass);
    }

    public void Dispose()
    {
        State.Dispose();
        Critic.Dispose();
        Generator.Dispose();
        _scope.Dispose();
    }

    // Real and generated samples of other classes each.
    private Tensor? Labels(int first) =>
        Critic.Condition.IsNone ? null : arange(first, first + Real.shape[0], dtype: ScalarType.Int64, device: Real.device).remainder(Critic.Condition.ClassCount);
}
