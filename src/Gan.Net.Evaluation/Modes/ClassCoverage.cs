using Gan.Net.Features;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation;

/// <summary>
/// Counts how samples spread over classes, as a classifier sees them: the thousand modes of Stacked MNIST, or the ten digits. Every
/// sample counts for its class. One thread at a time.
/// </summary>
public sealed class ClassCoverage
{
    private readonly string _labelledBy;
    private readonly long[] _counts;

    /// <summary>Starts counting.</summary>
    /// <param name="classes">How many classes there are, at least 1.</param>
    /// <param name="labelledBy">Who labels the samples, for the results' names: <see cref="IFeatureExtractor.Name"/> of the classifier.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no class.</exception>
    public ClassCoverage(int classes, string labelledBy)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        ArgumentNullException.ThrowIfNull(labelledBy);
        _counts = new long[classes];
        _labelledBy = labelledBy;
    }

    /// <summary>Counts more samples.</summary>
    /// <param name="labels">Their classes <c>[N]</c>, whole numbers from 0, on any device: <see cref="Classification.Classify"/> or <see cref="Classification.ClassifyStacked"/>.</param>
    /// <exception cref="ArgumentException">The labels are no list of whole numbers, or one is out of range; nothing was counted then.</exception>
    public void Add(Tensor labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.ndim != 1 || !is_integral(labels.dtype))
        {
            throw new ArgumentException($"The labels are {labels.dtype} [{string.Join(", ", labels.shape)}]; expected whole numbers [N].", nameof(labels));
        }

        using var scope = NewDisposeScope();
        var classes = labels.cpu().to(ScalarType.Int64).data<long>().ToArray();
        if (Array.FindIndex(classes, label => label < 0 || label >= _counts.Length) is >= 0 and var wrong)
        {
            throw new ArgumentException($"Label {wrong} is {classes[wrong]}; expected 0 to {_counts.Length - 1}.", nameof(labels));
        }

        Array.ForEach(classes, label => _counts[label]++);
    }

    /// <summary>What was counted since the start or the last <see cref="Reset"/>.</summary>
    /// <exception cref="TooFewSamplesException">No sample was added.</exception>
    public ModeCoverageResult Compute() => _counts.Any(count => count > 0)
        ? new ModeCoverageResult
        {
            Counts = [.. _counts],
            Samples = _counts.Sum(),
            Covered = _counts.Count(count => count > 0),
            Features = _labelledBy,
        }
        : throw new TooFewSamplesException(nameof(ClassCoverage), 1, "No sample was added. Call Add first.");

    /// <summary>Forgets all samples.</summary>
    public void Reset() => Array.Clear(_counts);
}
