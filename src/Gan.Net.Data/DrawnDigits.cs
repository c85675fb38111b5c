using Gan.Net.Data.Digits;
using Gan.Net.Imaging;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Data;

/// <summary>
/// Endless handwritten digits that need no file: our own glyphs, each written with a random hand (slant, turn, size, thickness, shift,
/// shake, ink and grain). Sample n is a function of seed and n alone, its label too; batch b holds the samples from
/// <c>b * BatchSize</c> on. Batches are <c>[N, 1, 28, 28]</c> in [-1, 1], ink is bright, labels are 0 to 9, each equally likely.
/// </summary>
public sealed class DrawnDigits : IBatchSource<Batch>, ISummarizedSource
{
    /// <summary>The number of classes.</summary>
    public const int Classes = 10;

    private readonly DrawOptions _options;

    /// <summary>Makes the source.</summary>
    /// <param name="options">Batch size, seed and device; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public DrawnDigits(DrawOptions? options = null) => _options = (options ?? new DrawOptions()).Checked();

    /// <inheritdoc/>
    public int BatchSize => _options.BatchSize;

    /// <summary>Null: the source is endless.</summary>
    public long? BatchesPerEpoch => null;

    /// <summary>Ten classes, in [-1, 1].</summary>
    public DataSummary Summary { get; } = new() { Classes = Classes, Range = (-1, 1) };

    /// <summary>The first samples of a seed as a set: the same ones that a source of that seed gives, drawn once.</summary>
    /// <param name="count">How many, at least 1; each takes 784 bytes.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is below 1, or the set would not fit into an array.</exception>
    public static TensorSampleSet CreateSet(int count, long seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Array.MaxLength / DigitRenderer.PixelCount);
        var pixels = new byte[count * DigitRenderer.PixelCount];
        var labels = new long[count];
        Parallel.For(0, count, i => labels[i] = Draw(seed, i, pixels.AsSpan(i * DigitRenderer.PixelCount, DigitRenderer.PixelCount)));
        return new TensorSampleSet(ToTensor(pixels), tensor(labels), Classes);
    }

    /// <inheritdoc/>
    public Batch GetBatch(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        using var scope = NewDisposeScope();
        var pixels = new byte[BatchSize * DigitRenderer.PixelCount];
        var labels = new long[BatchSize];
        for (var i = 0; i < BatchSize; i++)
        {
            labels[i] = Draw(_options.Seed, checked(index * BatchSize + i), pixels.AsSpan(i * DigitRenderer.PixelCount, DigitRenderer.PixelCount));
        }

        var samples = Pixels.FromBytes(ToTensor(pixels).to(_options.Device));
        return new Batch(scope.MoveToOuter(samples), scope.MoveToOuter(tensor(labels).to(_options.Device)));
    }

    /// <summary>Does nothing: the source holds no tensor.</summary>
    public void Dispose()
    {
    }

    private static long Draw(long seed, long number, Span<byte> pixels)
    {
        var random = Streams.Start(seed, Streams.Digit, number);
        var digit = (int)random.NextInt64(Classes);
        DigitRenderer.Draw(digit, random, pixels);
        return digit;
    }

    private static Tensor ToTensor(byte[] pixels) => tensor(pixels, [pixels.Length / DigitRenderer.PixelCount, 1, DigitRenderer.Side, DigitRenderer.Side]);
}
