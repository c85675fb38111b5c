using Gan.Net.Regularizers;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>What one generator step computed: one forward pass, shared by the loss and everything added to it. The tensors belong to the step.</summary>
public sealed class GeneratorPass
{
    private readonly bool _scoreReal;
    private ComponentState? _state;
    private Scores? _fake;
    private Tensor? _realLogits;

    internal GeneratorPass(
        IGenerator generator, IDiscriminator discriminator, Fakes fake, Batch? real, bool scoreReal, Generator random)
    {
        Generator = generator;
        Discriminator = discriminator;
        Random = random;
        Latents = fake.Latents;
        Fake = fake.Samples;
        Real = real?.Samples;
        (RealLabels, FakeLabels) = (real?.Labels, fake.Labels);
        _scoreReal = scoreReal;
    }

    /// <summary>The generator whose step this is.</summary>
    public IGenerator Generator { get; }

    /// <summary>The discriminator, whose parameters are frozen, as it sees samples: through the game's augmentations, drawn anew at each look.</summary>
    public IDiscriminator Discriminator { get; }

    /// <summary>The latents, <c>[N, size]</c>.</summary>
    public Tensor Latents { get; }

    /// <summary>Generated samples, <c>[N, ...sample]</c>, with their graph.</summary>
    public Tensor Fake { get; }

    /// <summary>Real samples, <c>[N, ...sample]</c>, when the loss or a regularizer needs them; otherwise null.</summary>
    public Tensor? Real { get; }

    /// <summary>The condition of <see cref="Real"/>: labels <c>[N]</c> (int64), or null when there is none.</summary>
    public Tensor? RealLabels { get; }

    /// <summary>The condition of <see cref="Fake"/>: labels <c>[N]</c> (int64), or null when the models take none.</summary>
    public Tensor? FakeLabels { get; }

    /// <summary>Logits of <see cref="Fake"/>, <c>[N]</c> or <c>[N, P]</c>; scored once, when first asked for.</summary>
    public Tensor FakeLogits => FakeScores.Logits;

    /// <summary>What an <see cref="IAuxiliaryDiscriminator"/> told of <see cref="Fake"/>, <c>[N, A]</c>; null for others.</summary>
    public Tensor? FakeAuxiliary => FakeScores.Auxiliary;

    /// <summary>Logits of real samples when the loss needs them; otherwise the fake ones.</summary>
    public Tensor RealLogits => _realLogits ??= ScoreReal(FakeLogits);

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

    /// <summary>Further latents, as many as <see cref="Latents"/> and of their type.</summary>
    public Tensor DrawLatents() => Generator.Latent.Sample(Latents.shape[0], Random, Latents.device).to(Latents.dtype);

    private Scores FakeScores => _fake ??= Scores.Of(Discriminator, Fake, FakeLabels);

    // After the fake ones, whoever asks first: batch statistics count in that order.
    private Tensor ScoreReal(Tensor fakeLogits) => _scoreReal ? Discriminator.Score(Real!, RealLabels) : fakeLogits;
}
