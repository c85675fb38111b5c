using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>Compares what models return with what the game needs, once, before the first step.</summary>
internal static class ModelChecks
{
    public static void CheckClasses(IGenerator generator, IDiscriminator discriminator)
    {
        if (generator.Classes != discriminator.Classes)
        {
            throw new ArgumentException(
                $"The generator takes labels of {generator.Classes} classes, the discriminator of {discriminator.Classes}. Give both the same, or none.");
        }
    }

    public static void CheckLabels(Tensor? labels, int classes)
    {
        if (classes == 0)
        {
            return;
        }

        if (labels is null)
        {
            throw new ArgumentException($"The models are conditional, on labels of {classes} classes; the data has no labels. Choose a labelled source, or models without classes.");
        }

        if (labels.dtype != ScalarType.Int64)
        {
            throw new ArgumentException($"The data's labels are {labels.dtype}; expected Int64.");
        }

        var (lowest, highest) = (labels.min().ToInt64(), labels.max().ToInt64());
        if (lowest < 0 || highest >= classes)
        {
            throw new ArgumentException($"The data has the label {(lowest < 0 ? lowest : highest)}; the models take {classes} classes, 0 to {classes - 1}. Choose models with as many classes as the data.");
        }
    }

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
