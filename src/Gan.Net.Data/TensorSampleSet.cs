using Gan.Net.Imaging;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Data;

/// <summary>
/// A set in memory. It moves as a whole to the device its batches are asked for, once; pictures stay bytes there and become floats
/// batch by batch. One thread at a time.
/// </summary>
public sealed class TensorSampleSet : ISampleSet
{
    private Tensor _samples;
    private Tensor? _labels;
    private DataSummary? _summary;

    /// <summary>Makes a set of tensors, which it takes over and disposes.</summary>
    /// <param name="samples"><c>[N, ...sample]</c>: bytes, which stand for -1 to 1 (<see cref="Pixels"/>), or floats, taken as they are.</param>
    /// <param name="labels"><c>[N]</c>, whole numbers of any type, or null.</param>
    /// <param name="classes">How many classes the labels name, or null.</param>
    /// <exception cref="ArgumentException">There is no sample, the types are others, or there is not one label for each sample.</exception>
    public TensorSampleSet(Tensor samples, Tensor? labels = null, int? classes = null)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.ndim < 2 || samples.shape[0] < 1 || samples.dtype is not (ScalarType.Byte or ScalarType.Float32))
        {
            throw new ArgumentException(
                $"The samples are {samples.dtype} [{string.Join(", ", samples.shape)}]; expected Byte or Float32 [N, ...] with at least one sample.", nameof(samples));
        }

        Count = samples.shape[0];
        if (labels is not null && (labels.ndim != 1 || labels.shape[0] != Count || !is_integral(labels.dtype)))
        {
            throw new ArgumentException(
                $"The labels are {labels.dtype} [{string.Join(", ", labels.shape)}]; expected whole numbers [{Count}], one for each sample.", nameof(labels));
        }

        new OptionProblems(nameof(TensorSampleSet)).Require(classes is null or > 0, "must be at least 1, or null", classes).ThrowIfAny();
        CheckLabels(labels, classes);
        _samples = samples.DetachFromDisposeScope();
        _labels = (labels is null || labels.dtype == ScalarType.Int64 ? labels : labels.to(ScalarType.Int64, disposeAfter: true))?.DetachFromDisposeScope();
        Classes = classes;
        SampleShape = samples.shape[1..];
    }

    /// <inheritdoc/>
    public long Count { get; }

    /// <inheritdoc/>
    public IReadOnlyList<long> SampleShape { get; }

    /// <inheritdoc/>
    public int? Classes { get; }

    /// <summary>Labels, range and digest of all samples, computed when first asked for.</summary>
    public DataSummary Summary => _summary ??= SetSummary.Of(_samples, _labels);

    /// <inheritdoc/>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <inheritdoc/>
    DataSummary? ISampleSet.Summary => Summary;

    /// <inheritdoc/>
    public Batch Gather(ReadOnlySpan<long> indices, Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        foreach (var index in indices)
        {
            // Here, because out of range on a GPU ends the whole program's use of it.
            ArgumentOutOfRangeException.ThrowIfNegative(index, nameof(indices));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count, nameof(indices));
        }

        using var scope = NewDisposeScope();
        using var still = no_grad();
        _samples = Reside(_samples, device);
        _labels = _labels is null ? null : Reside(_labels, device);
        var chosen = tensor(indices.ToArray()).to(device);
        var samples = _samples.index_select(0, chosen);
        if (samples.dtype == ScalarType.Byte)
        {
            samples = Pixels.FromBytes(samples);
        }

        return new Batch(scope.MoveToOuter(samples), _labels is null ? null : scope.MoveToOuter(_labels.index_select(0, chosen)));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _samples.Dispose();
        _labels?.Dispose();
    }

    private static void CheckLabels(Tensor? labels, int? classes)
    {
        if (labels is null || classes is not int count)
        {
            return;
        }

        using var scope = NewDisposeScope();
        var (lowest, highest) = (labels.min().to(ScalarType.Int64).ToInt64(), labels.max().to(ScalarType.Int64).ToInt64());
        if (lowest < 0 || highest >= count)
        {
            throw new ArgumentException($"There is the label {(lowest < 0 ? lowest : highest)}; {count} classes have the labels 0 to {count - 1}.", nameof(labels));
        }
    }

    private static Tensor Reside(Tensor tensor, Device device)
    {
        if (tensor.device_type == device.type && (device.index < 0 || tensor.device_index == device.index))
        {
            return tensor;
        }

        var moved = tensor.to(device).DetachFromDisposeScope();
        tensor.Dispose();
        return moved;
    }
}
