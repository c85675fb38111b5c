using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>Compares what models return with what the game needs, once, before the first step.</summary>
internal static class ModelChecks
{
    public static void CheckGenerated(Tensor generated, Tensor real)
    {
        if (!generated.shape.AsSpan().SequenceEqual(real.shape))
        {
            throw new ArgumentException(
                $"The generator returned {Show(generated)}; the data has {Show(real)}. Choose a model of the data's size.");
        }
    }

    public static void CheckLogits(Tensor logits, long samples, int samplesPerLogit)
    {
        var count = samples / samplesPerLogit;
        if (logits.ndim is < 1 or > 2 || logits.shape[0] != count)
        {
            throw new ArgumentException($"The discriminator returned {Show(logits)}; expected [{count}] or, for patches, [{count}, P].");
        }

        if (logits.ndim == 2 && logits.shape[1] == 1)
        {
            throw new ArgumentException($"The discriminator returned {Show(logits)}; expected [{count}]. Flatten it with .flatten().");
        }
    }

    private static string Show(Tensor tensor) => $"[{string.Join(", ", tensor.shape)}]";
}
