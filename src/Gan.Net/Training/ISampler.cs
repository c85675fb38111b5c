using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>Shows what the generator makes now, always from the same latents, so that pictures can be compared over time.</summary>
public interface ISampler
{
    /// <summary>Samples <c>[count, ...sample]</c> on the CPU, from the first <paramref name="count"/> fixed latents. The caller owns them.</summary>
    Tensor Sample(int count);
}
