using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>Compares what models return with what the game needs, once, before the first step.</summary>
internal static class ModelChecks
{
    // Bytes and rounding: what a picture's largest number may be off.
    private const double BoundSlack = 1e-3;

    public static void CheckBatch(Batch batch)
    {
        if (batch.Size == 0 || batch.Samples.numel() == 0)
        {
            throw new ArgumentException($"The first batch is {Show(batch.Samples)}; expected at least one sample.");
        }
    }

    /// <summary>Lets a model compute, and says which inputs it failed on.</summary>
    public static T Try<T>(string model, Tensor input, string remedy, Func<T> compute)
    {
        try
        {
            return compute();
        }
        catch (Exception failure) when (IsOfTheEngine(failure))
        {
            throw new ArgumentException($"The {model} failed on {input.dtype} {Show(input)}: {Sentence(failure)} {remedy}", failure);
        }
    }

    /// <summary>Differentiates the logits by the samples once: penalties do so by autograd.grad, which ends the process where this throws.</summary>
    public static void CheckDifferentiable(Tensor samples, Func<Tensor, Tensor> score)
    {
        using var differentiable = enable_grad();
        _ = Try("discriminator's gradient", samples, "The penalties need it: leave out what changes tensors in place.", () =>
        {
            var inputs = samples.detach().requires_grad_();
            var logits = score(inputs);
            if (logits.requires_grad)
            {
                autograd.backward(logits.sum(), inputs: [inputs]);
            }

            return logits;
        });
    }

    // The engine's own failures, and what TorchSharp's modules throw. Others have sentences of their own.
    private static bool IsOfTheEngine(Exception failure) => failure switch
    {
        ExternalException lack => !EngineMemory.IsExhausted(lack),
        ObjectDisposedException => false,
        _ => failure.Source == typeof(Tensor).Assembly.GetName().Name,
    };

    private static string Sentence(Exception failure)
    {
        var line = failure.Message.Trim().Split('\n', 2)[0].TrimEnd();
        var sentence = failure is ArgumentException { ParamName: { } name } ? line.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal) : line;
        return sentence.EndsWith('.') ? sentence : sentence + ".";
    }

    public static void CheckCondition(Tensor? condition, ConditionSpace space, long count)
    {
        if (space.ClassCount > 0)
        {
            CheckLabels(condition, space.ClassCount);
        }
        else if (space.Shape is not null)
        {
            _ = Conditions.OfShape(
                condition ?? throw new ArgumentException($"The models are conditional, on {space}; the data has no condition. Choose a source of pairs, or models without a condition."),
                count, space.Shape, "The generator");
        }
    }

    public static void CheckLabels(Tensor? labels, int classes)
    {
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

    private static string Show(Tensor tensor) => $"[{string.Join(", ", tensor.shape)}]";
}
