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

    internal DiscriminatorPass(
        IDiscriminator discriminator, IGenerator generator, Batch real, Fakes fake, Generator random, PassInputs differentiated)
    {
        Discriminator = discriminator;
        Generator = generator;
        Random = random;
        Latents = fake.Latents;
        Real = Prepare(real.Samples, differentiated.HasFlag(PassInputs.Real));
        Fake = Prepare(fake.Samples, differentiated.HasFlag(PassInputs.Fake));
        (RealLabels, FakeLabels) = (real.Labels, fake.Labels);
        // Together only when nobody asks for the gradient by one of the two, which would be computed for both.
        var (realScores, fakeScores) = differentiated == PassInputs.None && discriminator.ScoresSamplesAlone
            ? Scores.OfBoth(discriminator, (Real, RealLabels), (Fake, FakeLabels))
            : (Scores.Of(discriminator, Real, RealLabels), Scores.Of(discriminator, Fake, FakeLabels));
        (RealLogits, RealAuxiliary) = realScores;
        (FakeLogits, FakeAuxiliary) = fakeScores;
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
    public Tensor Latents { get; }

    /// <summary>The condition of <see cref="Real"/>: labels <c>[N]</c> (int64), or null when the models take none.</summary>
    public Tensor? RealLabels { get; }

    /// <summary>The condition of <see cref="Fake"/>: labels <c>[N]</c> (int64), or null when the models take none.</summary>
    public Tensor? FakeLabels { get; }

    /// <summary>Logits of <see cref="Real"/>, <c>[N]</c> or <c>[N, P]</c>.</summary>
    public Tensor RealLogits { get; }

    /// <summary>Logits of <see cref="Fake"/>, <c>[N]</c> or <c>[N, P]</c>.</summary>
    public Tensor FakeLogits { get; }

    /// <summary>What an <see cref="IAuxiliaryDiscriminator"/> told of <see cref="Real"/>, <c>[N, A]</c>; null for others.</summary>
    public Tensor? RealAuxiliary { get; }

    /// <summary>What an <see cref="IAuxiliaryDiscriminator"/> told of <see cref="Fake"/>, <c>[N, A]</c>; null for others.</summary>
    public Tensor? FakeAuxiliary { get; }

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

    // Samples that somebody differentiates already stay connected to where they are looked for.
    private static Tensor Prepare(Tensor samples, bool differentiated) =>
        differentiated && !samples.requires_grad ? samples.detach().requires_grad_() : samples;
}
