using Gan.Net.Data;
using Gan.Net.Imaging;
using static TorchSharp.torch;

namespace Gan.Net.Benchmarks.Stacked;

/// <summary>
/// Stacked MNIST (Metz et al. 2017): stacks of three random digits as the channels of a picture, a thousand modes. As in VEEGAN's and PacGAN's
/// experiments there is a fixed number of stacks, of digits of both halves of MNIST. Their label is the number the digits write.
/// Only the digits are kept; a stack is three of their numbers.
/// </summary>
internal sealed class StackedDigits : ISampleSet
{
    private const int Channels = 3;
    private const int Digits = 10;

    private readonly TensorSampleSet _digits;
    private readonly long[] _parts;

    /// <param name="folder">MNIST's.</param>
    /// <param name="count">Stacks.</param>
    /// <param name="seed">Chooses them.</param>
    public StackedDigits(string folder, int count, ulong seed)
    {
        _digits = Both(folder);
        var random = new SeededRandom(seed);
        _parts = [.. Enumerable.Range(0, Channels * count).Select(_ => random.NextInt64(_digits.Count))];
        Count = count;
    }

    public long Count { get; }

    public IReadOnlyList<long> SampleShape => [Channels, .. _digits.SampleShape.Skip(1)];

    public int? Classes => Digits * Digits * Digits;

    public Batch Gather(ReadOnlySpan<long> indices, Device device)
    {
        using var scope = NewDisposeScope();
        var pictures = new Tensor[Channels];
        var labels = zeros(indices.Length, dtype: ScalarType.Int64, device: device);
        for (var channel = 0; channel < Channels; channel++)
        {
            var chosen = new long[indices.Length];
            for (var i = 0; i < chosen.Length; i++)
            {
                chosen[i] = _parts[(Channels * indices[i]) + channel];
            }

            var digits = _digits.Gather(chosen, device);
            pictures[channel] = digits.Samples;
            labels = labels.mul(Digits).add(digits.Condition!);
        }

        return new Batch(scope.MoveToOuter(cat(pictures, 1)), scope.MoveToOuter(labels));
    }

    public void Dispose() => _digits.Dispose();

    private static TensorSampleSet Both(string folder)
    {
        using var scope = NewDisposeScope();
        using var train = MnistSet.Read(folder);
        using var test = MnistSet.Read(folder, MnistPart.Test);
        var (left, right) = (All(train), All(test));
        return new TensorSampleSet(Pixels.ToBytes(cat([left.Samples, right.Samples])), cat([left.Condition!, right.Condition!]), Digits);
    }

    private static Batch All(TensorSampleSet set) => set.Gather([.. Enumerable.Range(0, (int)set.Count).Select(i => (long)i)], CPU);
}
