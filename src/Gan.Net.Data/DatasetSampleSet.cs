using Gan.Net.Imaging;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Data;

/// <summary>Any map-style TorchSharp data set, TorchVision's among them, read item by item. One thread at a time.</summary>
public sealed class DatasetSampleSet : ISampleSet
{
    private readonly utils.data.Dataset _dataset;
    private readonly DatasetOptions _options;
    private readonly bool _labelled;

    /// <summary>Makes a set of a data set, which it takes over and disposes. Reads the first item to learn the shape.</summary>
    /// <param name="dataset">Yields a dictionary of tensors for each index.</param>
    /// <param name="options">Names and range; null for the defaults.</param>
    /// <exception cref="ArgumentException">The data set is empty, or its items have no sample of that name.</exception>
    public DatasetSampleSet(utils.data.Dataset dataset, DatasetOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        _dataset = dataset;
        _options = (options ?? new DatasetOptions()).Checked();
        if (dataset.Count < 1)
        {
            throw new ArgumentException("The data set is empty.", nameof(dataset));
        }

        using var scope = NewDisposeScope();
        var first = dataset.GetTensor(0);
        if (!first.TryGetValue(_options.SampleKey, out var sample))
        {
            throw new ArgumentException($"The items hold {string.Join(", ", first.Keys.Order())}, no '{_options.SampleKey}'. Name the right one in {nameof(DatasetOptions.SampleKey)}.", nameof(dataset));
        }

        SampleShape = sample.shape;
        _labelled = first.ContainsKey(_options.LabelKey);
    }

    /// <inheritdoc/>
    public long Count => _dataset.Count;

    /// <inheritdoc/>
    public IReadOnlyList<long> SampleShape { get; }

    /// <inheritdoc/>
    public int? Classes => _labelled ? _options.Classes : null;

    /// <inheritdoc/>
    public Batch Gather(ReadOnlySpan<long> indices, Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var samples = new List<Tensor>(indices.Length);
        var labels = new List<Tensor>(indices.Length);
        foreach (var index in indices)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index, nameof(indices));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count, nameof(indices));
            var item = _dataset.GetTensor(index);
            samples.Add(SampleOf(item, index));
            if (_labelled)
            {
                labels.Add(item[_options.LabelKey].reshape(1));
            }
        }

        var joined = Normalize(stack(samples).to(device));
        return new Batch(
            scope.MoveToOuter(joined),
            _labelled ? scope.MoveToOuter(cat(labels).to(ScalarType.Int64).to(device)) : null);
    }

    /// <inheritdoc/>
    public void Dispose() => _dataset.Dispose();

    private Tensor SampleOf(Dictionary<string, Tensor> item, long index)
    {
        if (!item.TryGetValue(_options.SampleKey, out var sample) || (_labelled && !item.ContainsKey(_options.LabelKey)))
        {
            throw new InvalidOperationException($"Item {index} holds {string.Join(", ", item.Keys.Order())}; the first has '{_options.SampleKey}'{(_labelled ? $" and '{_options.LabelKey}'" : "")}.");
        }

        return sample.shape.SequenceEqual(SampleShape)
            ? sample
            : throw new InvalidOperationException($"Item {index} is [{string.Join(", ", sample.shape)}]; the first is [{string.Join(", ", SampleShape)}]. Bring all to one size.");
    }

    private Tensor Normalize(Tensor samples) => samples.dtype == ScalarType.Byte
        ? Pixels.FromBytes(samples)
        : _options.Range == SampleRange.ZeroToOne ? samples.to(ScalarType.Float32).mul(2).sub(1) : samples.to(ScalarType.Float32);
}
