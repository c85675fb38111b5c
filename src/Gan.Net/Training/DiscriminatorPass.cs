using Gan.Net.Regularizers;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// What one discriminator step computed: one forward pass, shared by the loss and everything added to it. The tensors belong to the
/// step.
/// </summary>
public sealed class DiscriminatorPass
{
    private ComponentState? _state;

    private readonly Tensor? _latents;

    internal DiscriminatorPass(
        IDiscriminator discriminator, IGenerator generator, Batch real, Fakes fake, Generator random, PassInputs differentiated, bool wantsFeatures = false)
    {
        Discriminator = discriminator;
        Generator = generator;
        Random = random;
        _latents = fake.Latents;
        Real = Prepare(real.Samples, differentiated.HasFlag(PassInputs.Real));
        Fake = Prepare(fake.Samples, differentiated.HasFlag(PassInputs.Fake));
        (RealCondition, FakeCondition) = (real.Condition, fake.Condition);
        // Together only when nobody asks for the gradient by one of the two, which would be computed for both.
        (RealOutput, FakeOutput) = differentiated == PassInputs.None && discriminator.ScoresSamplesAlone
            ? Scoring.Both(discriminator, InputOf(Real, RealCondition, wantsFeatures), InputOf(Fake, FakeCondition, wantsFeatures))
            : (discriminator.Score(InputOf(Real, RealCondition, wantsFeatures)), discriminator.Score(InputOf(Fake, FakeCondition, wantsFeatures)));
    }

    /// <summary>The discriminator whose step this is, as it sees samples: through the game's augmentations, drawn anew at each look.</summary>
    public IDiscriminator Discriminator { get; }

    /// <summary>The generator. Use it under <c>no_grad</c>: it is not its turn.</summary>
    public IGenerator Generator { get; }

    /// <summary>Real samples, <c>[N, ...sample]</c>.</summary>
    public Tensor Real { get; }

    /// <summary>Generated samples of the same shape, without a graph through the generator.</summary>
    public Tensor Fake { get; }

    /// <summary>What <see cref="Fake"/> was generated from, <c>[N, size]</c>.</summary>
    /// <exception cref="InvalidOperationException">The fakes were made without latents, or their latents are not known.</exception>
    public Tensor Latents => _latents ?? throw new InvalidOperationException("The fakes of this step have no latents. A term that needs them does not fit this game.");

    /// <summary>The condition of <see cref="Real"/>; null when the data has none.</summary>
    public Tensor? RealCondition { get; }

    /// <summary>The condition of <see cref="Fake"/>; null when there is none.</summary>
    public Tensor? FakeCondition { get; }

    /// <summary>All the discriminator said of <see cref="Real"/>. Features are there when a regularizer that is due asked for them.</summary>
    public DiscriminatorOutput RealOutput { get; }

    /// <summary>All the discriminator said of <see cref="Fake"/>. Features are there when a regularizer that is due asked for them.</summary>
    public DiscriminatorOutput FakeOutput { get; }

    /// <summary>Logits of <see cref="Real"/>, <c>[N]</c> or <c>[N, P]</c>.</summary>
    public Tensor RealLogits => RealOutput.Logits;

    /// <summary>Logits of <see cref="Fake"/>, <c>[N]</c> or <c>[N, P]</c>.</summary>
    public Tensor FakeLogits => FakeOutput.Logits;

    /// <summary>What the discriminator told of <see cref="Real"/> beside its logits, <c>[N, A]</c>, or null.</summary>
    public Tensor? RealAuxiliary => RealOutput.Auxiliary;

    /// <summary>What the discriminator told of <see cref="Fake"/> beside its logits, <c>[N, A]</c>, or null.</summary>
    public Tensor? FakeAuxiliary => FakeOutput.Auxiliary;

    /// <summary>The trainer's source of randomness; a CPU generator.</summary>
    public Generator Random { get; }

    /// <summary>Real samples seen before the round, for settings that are schedules.</summary>
    public long SamplesSeen { get; internal init; }

    /// <summary>What the regularizer that is asked now remembers.</summary>
    /// <exception cref="InvalidOperationException">No regularizer is asked now.</exception>
    public ComponentState State
    {
        get => _state ?? throw new InvalidOperationException("Only regularizers have a state, while they are asked for their term.");
        internal set => _state = value;
    }

    /// <summary>
    /// A number of U(0, 1) for each sample, shaped <c>[N, 1, ...]</c> to multiply samples with. Samples judged together share one.
    /// </summary>
    public Tensor UniformPerSample()
    {
        var shape = new long[Real.ndim];
        Array.Fill(shape, 1);
        shape[0] = Real.shape[0] / Discriminator.SamplesPerLogit;
        var numbers = Draw.Uniform(shape, Random, Real.dtype).to(Real.device);
        return Discriminator.SamplesPerLogit == 1 ? numbers : numbers.repeat_interleave(Discriminator.SamplesPerLogit, dim: 0);
    }

    private static DiscriminatorInput InputOf(Tensor samples, Tensor? condition, bool wantsFeatures) =>
        new() { Samples = samples, Condition = condition, WantsFeatures = wantsFeatures };

    // Samples that somebody differentiates already stay connected to where they are looked for.
    private static Tensor Prepare(Tensor samples, bool differentiated) =>
        differentiated && !samples.requires_grad ? samples.detach().requires_grad_() : samples;
}
