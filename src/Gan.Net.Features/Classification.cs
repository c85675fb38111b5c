using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Features;

/// <summary>What a classifier takes samples for.</summary>
public static class Classification
{
    /// <summary>The likeliest class of each sample.</summary>
    /// <param name="classifier">Who decides.</param>
    /// <param name="samples"><c>[N, ...sample]</c>, as the classifier takes them.</param>
    /// <returns>Labels <c>[N]</c> (int64) on the samples' device. The caller owns them.</returns>
    public static Tensor Classify(this IClassifier classifier, Tensor samples)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(samples);
        using var scope = NewDisposeScope();
        using var still = no_grad();
        return scope.MoveToOuter(classifier.Logits(classifier.Extract(samples)).argmax(1).to(samples.device));
    }

    /// <summary>
    /// The mode of each stack of pictures: every channel is classified alone, and the classes are the digits of a number, the first
    /// channel's the highest. Three channels of ten digits make Stacked MNIST's thousand modes.
    /// </summary>
    /// <param name="classifier">Who decides, on single channels.</param>
    /// <param name="samples"><c>[N, C, H, W]</c>.</param>
    /// <returns>Labels <c>[N]</c> (int64), 0 to classes^C - 1. The caller owns them.</returns>
    /// <exception cref="ArgumentException">The samples have no channels.</exception>
    public static Tensor ClassifyStacked(this IClassifier classifier, Tensor samples)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.ndim != 4)
        {
            throw new ArgumentException($"The samples are [{string.Join(", ", samples.shape)}]; expected [N, C, H, W].", nameof(samples));
        }

        using var scope = NewDisposeScope();
        var labels = zeros(samples.shape[0], dtype: ScalarType.Int64, device: samples.device);
        for (var channel = 0; channel < samples.shape[1]; channel++)
        {
            labels = labels.mul(classifier.Classes).add(classifier.Classify(samples.narrow(1, channel, 1)));
        }

        return scope.MoveToOuter(labels);
    }

    /// <summary>The share of labelled samples whose likeliest class is their label, over one epoch.</summary>
    /// <param name="classifier">Who decides.</param>
    /// <param name="data">Labelled samples in epochs. The caller owns them.</param>
    /// <returns>0 to 1.</returns>
    /// <exception cref="ArgumentException">The source is endless, or has no labels.</exception>
    public static double Accuracy(this IClassifier classifier, IBatchSource<Batch> data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var (right, all) = (0L, 0L);
        foreach (var batch in LabelledEpoch.Of(data))
        {
            using var scope = NewDisposeScope();
            right += classifier.Classify(batch.Samples).eq(batch.Condition!).sum().ToInt64();
            all += batch.Size;
        }

        return right / (double)all;
    }
}
