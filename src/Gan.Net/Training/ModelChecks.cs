using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>Compares what models return with what the game needs, once, before the first step.</summary>
internal static class ModelChecks
{
    // Bytes and rounding: what a picture's largest number may be off.
    private const double BoundSlack = 1e-3;

    public static void CheckModels(IGenerator generator, IDiscriminator discriminator)
    {
        RequireGiven(generator.Module, "generator", nameof(IGenerator.Module));
        RequireGiven(generator.Latent, "generator", nameof(IGenerator.Latent));
        RequireGiven(discriminator.Module, "discriminator", nameof(IDiscriminator.Module));
        var problems = new OptionProblems($"The generator's {nameof(LatentSpace)}");
        generator.Latent.Validate(problems);
        problems.ThrowIfAny();
        var shared = generator.Module.parameters().Intersect<object>(discriminator.Module.parameters(), ReferenceEqualityComparer.Instance).Count();
        if (shared > 0)
        {
            throw new ArgumentException($"The generator and the discriminator share {shared} parameters; each must have its own.");
        }

        CheckClasses(generator, discriminator);
    }

    public static void CheckBatch(Batch batch)
    {
        if (batch.Size == 0 || batch.Samples.numel() == 0)
        {
            throw new ArgumentException($"The first batch is {Show(batch.Samples)}; expected at least one sample.");
        }
    }

    /// <summary>Lets a model compute, and says which inputs it failed on.</summary>
    public static Tensor Try(string model, Tensor input, string remedy, Func<Tensor> compute)
    {
        try
        {
            return compute();
        }
        catch (ExternalException failure) when (!EngineMemory.IsExhausted(failure))
        {
            throw new ArgumentException($"The {model} failed on {input.dtype} {Show(input)}: {failure.Message.Trim().Split('\n', 2)[0].TrimEnd()} {remedy}", failure);
        }
    }

    private static void CheckClasses(IGenerator generator, IDiscriminator discriminator)
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

        CheckLabelRange(labels.min().ToInt64(), labels.max().ToInt64(), classes);
    }

    public static void CheckLabelRange(long lowest, long highest, int classes)
    {
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

        if (generated.dtype != real.dtype)
        {
            throw new ArgumentException($"The generator returned {generated.dtype}; the data is {real.dtype}. Convert one of them.");
        }
    }

    public static void CheckBound(Tensor real, double? bound)
    {
        if (bound is not null)
        {
            CheckLargest(real.abs().max().to(ScalarType.Float64).ToDouble(), bound);
        }
    }

    public static void CheckLargest(double largest, double? bound)
    {
        if (bound is double most && largest > most + BoundSlack)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The data goes to {largest:G5}; the generator's samples lie in [{-most}, {most}]. Scale the data, or choose another generator."));
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

    private static void RequireGiven(object? part, string model, string property)
    {
        if (part is null)
        {
            throw new ArgumentException($"The {model}'s {property} is null.");
        }
    }

    private static string Show(Tensor tensor) => $"[{string.Join(", ", tensor.shape)}]";
}
