using static TorchSharp.torch;

namespace Gan.Net.Benchmarks.Modes;

/// <summary>
/// A discriminator that sees coordinates divided by their deviation over the whole distribution, as the toy of WGAN-GP's authors divides its data. Penalties stay those of
/// the samples as they are. Owns the inner discriminator.
/// </summary>
internal sealed class UnitInputs(IDiscriminator inner, double deviation) : IDiscriminator
{
    public nn.Module Module => inner.Module;

    public int SamplesPerLogit => inner.SamplesPerLogit;

    public bool ScoresSamplesAlone => inner.ScoresSamplesAlone;

    public DiscriminatorOutput Score(DiscriminatorInput input) => new() { Logits = inner.Score(input.Samples.div(deviation), input.Condition) };

    public void Dispose() => inner.Dispose();
}
