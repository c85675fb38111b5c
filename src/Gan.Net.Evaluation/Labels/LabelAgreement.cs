using System.Globalization;
using Gan.Net.Features;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation;

/// <summary>
/// How often a classifier takes a generated sample for the class it was asked for: the accuracy of a classifier trained on real data, on samples
/// of a conditional generator ("GAN-test" in Shmelkov et al. 2018). It says that the condition is followed, not that a class varies. One thread at a time.
/// </summary>
public sealed class LabelAgreement
{
    private readonly string _labelledBy;
    private readonly long[] _asked;
    private readonly long[] _agreed;

    /// <summary>Starts counting.</summary>
    /// <param name="classes">How many classes there are, at least 1.</param>
    /// <param name="labelledBy">Who classifies, for the result's name: <see cref="IFeatureExtractor.Name"/> of the classifier.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no class.</exception>
    public LabelAgreement(int classes, string labelledBy)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        ArgumentNullException.ThrowIfNull(labelledBy);
        (_asked, _agreed) = (new long[classes], new long[classes]);
        _labelledBy = labelledBy;
    }

    /// <summary>Counts more samples.</summary>
    /// <param name="asked">The classes asked for, <c>[N]</c> (int64), each at least 0 and below the number of classes.</param>
    /// <param name="seen">The classes the samples were taken for, <c>[N]</c> (int64): <see cref="Classification.Classify"/>.</param>
    /// <exception cref="ArgumentException">There is not one of each for every sample, or a class is out of range; nothing was counted then.</exception>
    public void Add(Tensor asked, Tensor seen)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(seen);
        if (asked.ndim != 1 || !asked.shape.AsSpan().SequenceEqual(seen.shape) || asked.dtype != ScalarType.Int64 || seen.dtype != ScalarType.Int64)
        {
            throw new ArgumentException(
                $"The classes asked for are {asked.dtype} [{string.Join(", ", asked.shape)}], those seen {seen.dtype} [{string.Join(", ", seen.shape)}]; expected Int64 [N] of both.", nameof(seen));
        }

        using var scope = NewDisposeScope();
        var (labels, others) = (asked.cpu().data<long>().ToArray(), seen.cpu().data<long>().ToArray());
        if (Array.FindIndex(labels, label => label < 0 || label >= _asked.Length) is >= 0 and var wrong)
        {
            throw new ArgumentException($"Label {wrong} is {labels[wrong]}; expected 0 to {_asked.Length - 1}.", nameof(asked));
        }

        for (var i = 0; i < labels.Length; i++)
        {
            _asked[labels[i]]++;
            _agreed[labels[i]] += labels[i] == others[i] ? 1 : 0;
        }
    }

    /// <summary>The share that agreed in each class, 0 to 1; NaN for a class nobody asked for.</summary>
    public IReadOnlyList<double> ByClass => [.. _asked.Zip(_agreed, (asked, agreed) => asked == 0 ? double.NaN : (double)agreed / asked)];

    /// <summary>The share that agreed, 0 to 1, as <c>label-agreement-of10-10k-…</c>.</summary>
    /// <exception cref="TooFewSamplesException">No sample was added.</exception>
    public MetricResult Compute() => _asked.Sum() is > 0 and var samples
        ? new MetricResult
        {
            Metric = "label-agreement",
            Settings = string.Create(CultureInfo.InvariantCulture, $"of{_asked.Length}"),
            Features = _labelledBy,
            GeneratedSamples = samples,
            Value = (double)_agreed.Sum() / samples,
            Direction = MetricDirection.HigherIsBetter,
        }
        : throw new TooFewSamplesException(nameof(LabelAgreement), 1, "No sample was added. Call Add first.");

    /// <summary>Forgets all samples.</summary>
    public void Reset()
    {
        Array.Clear(_asked);
        Array.Clear(_agreed);
    }
}
