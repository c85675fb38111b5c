using System.Numerics;

namespace Gan.Net.Imaging;

/// <summary>
/// Resizes along columns, then along rows, by weighted means of float precision; rounded once. Written here because Skia's filters take
/// a fixed number of pixels and so lose some when a picture becomes much smaller.
/// </summary>
internal static class Resampler
{
    public static PixelImage Resize(PixelImage image, int width, int height, ResizeFilter filter)
    {
        var down = ResampleWeights.For(image.Height, height, filter);
        var across = ResampleWeights.For(image.Width, width, filter);
        var result = new PixelImage(width, height, image.Channels);
        var row = new float[image.Width * image.Channels];
        for (var y = 0; y < height; y++)
        {
            Array.Clear(row);
            var weights = down.Of(y);
            for (var i = 0; i < weights.Length; i++)
            {
                AddRow(image.Row(down.First(y) + i), weights[i], row);
            }

            ShrinkRow(row, across, result.Row(y), image.Channels);
        }

        return result;
    }

    private static void AddRow(ReadOnlySpan<byte> pixels, float weight, Span<float> sum)
    {
        var x = 0;
        for (; x <= pixels.Length - Vector<byte>.Count; x += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(pixels[x..]), out var low, out var high);
            Vector.Widen(low, out var first, out var second);
            Vector.Widen(high, out var third, out var fourth);
            Add(first, weight, sum[x..]);
            Add(second, weight, sum[(x + Vector<float>.Count)..]);
            Add(third, weight, sum[(x + 2 * Vector<float>.Count)..]);
            Add(fourth, weight, sum[(x + 3 * Vector<float>.Count)..]);
        }

        for (; x < pixels.Length; x++)
        {
            sum[x] += weight * pixels[x];
        }
    }

    private static void Add(Vector<uint> pixels, float weight, Span<float> sum) =>
        (new Vector<float>(sum) + weight * Vector.ConvertToSingle(Vector.AsVectorInt32(pixels))).CopyTo(sum);

    private static void ShrinkRow(ReadOnlySpan<float> row, ResampleWeights across, Span<byte> pixels, int channels)
    {
        for (var x = 0; x < pixels.Length / channels; x++)
        {
            var weights = across.Of(x);
            var at = across.First(x) * channels;
            for (var channel = 0; channel < channels; channel++)
            {
                var sum = 0f;
                for (var i = 0; i < weights.Length; i++)
                {
                    sum += weights[i] * row[at + i * channels + channel];
                }

                pixels[x * channels + channel] = (byte)Math.Clamp(sum + 0.5f, 0, 255);
            }
        }
    }
}
