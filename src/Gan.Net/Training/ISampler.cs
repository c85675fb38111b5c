using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// Shows what the generator makes now, always from the same latents, so that pictures can be compared over time. With classes, samples
/// run through them in turn, and each run through all classes has one latent: in a picture with a column for each class, the samples of
/// a row differ by class alone.
/// </summary>
public interface ISampler
{
    /// <summary>The view's name, for files and headings: a game with several views names them, such as "a-to-b". Default "samples".</summary>
    string Name => "samples";

    /// <summary>The generator's classes: sample i is of class i mod Classes. 0 without classes, the default.</summary>
    int Classes => 0;

    /// <summary>Samples <c>[count, ...sample]</c> on the CPU, from the first fixed latents. The caller owns them.</summary>
    Tensor Sample(int count);
}
