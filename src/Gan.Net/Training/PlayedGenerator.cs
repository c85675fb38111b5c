using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// A game's generator in one step: it draws from the step's generator and knows the progress. The generator inside belongs to somebody else.
/// </summary>
internal sealed class PlayedGenerator(IGenerator inner, Generator random, long samplesSeen) : IGenerator
{
    public LatentSpace Latent => inner.Latent;

    public ConditionSpace Condition => inner.Condition;

    public nn.Module Module => inner.Module;

    public double? Bound => inner.Bound;

    public Tensor Generate(GeneratorInput input) =>
        inner.Generate(new GeneratorInput { Latents = input.Latents, Condition = input.Condition, Random = random, SamplesSeen = samplesSeen });

    public void Dispose()
    {
    }
}
