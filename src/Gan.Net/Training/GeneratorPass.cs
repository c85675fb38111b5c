using Gan.Net.Regularizers;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>What one generator step computed: one forward pass, shared by the loss and everything added to it. The tensors belong to the step.</summary>
public sealed class GeneratorPass
{
    private readonly Tensor? _latents;
    private ComponentState? _state;
    private DiscriminatorOutput? _fake;
    private DiscriminatorOutput? _real;

    internal GeneratorPass(IGenerator generator, IDiscriminator discriminator, Fakes fake, Batch? real, Generator random)
    {
        Generator = generator;
        Discriminator = discriminator;
        Random = random;
        _latents = fake.Latents;
        Fake = fake.Samples;
        Real = real?.Samples;
        (RealCondition, FakeCondition) = (real?.Condition, fake.Condition);
    }

    /// <summary>The generator whose step this is.</summary>
    public IGenerator Generator { get; }

    /// <summary>The discriminator, whose parameters are frozen, as it sees samples: through the game's augmentations, drawn anew at each look.</summary>
    public IDiscriminator Discriminator { get; }

    /// <summary>The latents, <c>[N, size]</c>.</summary>
    /// <exception cref="InvalidOperationException">The fakes were made without latents.</exception>
    public Tensor Latents => _latents ?? throw new InvalidOperationException("The fakes of this step have no latents. A term that needs them does not fit this game.");

    /// <summary>Generated samples, <c>[N, ...sample]</c>, with their graph.</summary>
    public Tensor Fake { get; }

    /// <summary>Real samples, <c>[N, ...sample]</c>, when the loss or a regularizer needs them; otherwise null.</summary>
    public Tensor? Real { get; }

    /// <summary>The condition of <see cref="Real"/>; null when there is none.</summary>
    public Tensor? RealCondition { get; }

    /// <summary>The condition of <see cref="Fake"/>; null when there is none.</summary>
    public Tensor? FakeCondition { get; }

    /// <summary>Logits of <see cref="Fake"/>, <c>[N]</c> or <c>[N, P]</c>; scored once, when first asked for.</summary>
    public Tensor FakeLogits => FakeOutput.Logits;

    /// <summary>What the discriminator tells of <see cref="Fake"/> beside its logits, <c>[N, A]</c>, or null.</summary>
    public Tensor? FakeAuxiliary => FakeOutput.Auxiliary;

    /// <summary>The discriminator's features of <see cref="Fake"/>, from the same pass as its logits; empty unless a regularizer that is due asked for them.</summary>
    public IReadOnlyList<Tensor> FakeFeatures => FakeOutput.Features;

    /// <summary>
    /// The discriminator's features of <see cref="Real"/>, each <c>[N, ...]</c>; from the same pass as <see cref="RealLogits"/> where the loss needs it, else from one of their own.
    /// </summary>
    public IReadOnlyList<Tensor> RealFeatures => RealOutput.Features;

    /// <summary>Logits of real samples when the loss needs them; otherwise the fake ones.</summary>
    public Tensor RealLogits
    {
        get
        {
            // After the fake ones, whoever asks first: batch statistics count in that order.
            var fake = FakeLogits;
            return ScoresReal ? RealOutput.Logits : fake;
        }
    }

    /// <summary>The trainer's source of randomness; a CPU generator.</summary>
    public Generator Random { get; }

    /// <summary>Real samples seen before the round, for settings that are schedules.</summary>
    public long SamplesSeen { get; internal init; }

    internal Tensor? LatentsOrNull => _latents;

    /// <summary>Whether <see cref="RealLogits"/> are those of real samples.</summary>
    internal bool ScoresReal { get; init; }

    /// <summary>Whether features are asked for.</summary>
    internal bool WantsFeatures { get; init; }

    /// <summary>What the regularizer that is asked now remembers.</summary>
    /// <exception cref="InvalidOperationException">No regularizer is asked now.</exception>
    public ComponentState State
    {
        get => _state ?? throw new InvalidOperationException("Only regularizers have a state, while they are asked for their term.");
        internal set => _state = value;
    }

    /// <summary>Further latents, as many as <see cref="Latents"/> and of their type.</summary>
    public Tensor DrawLatents() => Generator.Latent.Sample(Latents.shape[0], Random, Latents.device).to(Latents.dtype);

    private DiscriminatorOutput FakeOutput => _fake ??= Score(Fake, FakeCondition);

    private DiscriminatorOutput RealOutput => _real ??= Score(Real!, RealCondition);

    private DiscriminatorOutput Score(Tensor samples, Tensor? condition) =>
        Discriminator.Score(new DiscriminatorInput { Samples = samples, Condition = condition, WantsFeatures = WantsFeatures });
}
