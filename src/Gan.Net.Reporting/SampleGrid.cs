using Gan.Net.Imaging;
using static TorchSharp.torch;

namespace Gan.Net.Reporting;

/// <summary>Lays pictures out side by side, row by row.</summary>
public static class SampleGrid
{
    /// <summary>Draws samples as one picture, gray for one channel, RGB for three.</summary>
    /// <param name="samples"><c>[N, 1 or 3, H, W]</c> in [-1, 1] on any device; they stay the caller's.</param>
    /// <param name="options">Columns, padding and scale; null for the defaults.</param>
    /// <exception cref="ArgumentException">The samples have another shape, or an option is out of range.</exception>
    public static PixelImage Draw(Tensor samples, SampleGridOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(samples);
        options = (options ?? new SampleGridOptions()).Checked();
        if (samples.shape is not [> 0 and var count, 1 or 3, > 0 and var height, > 0 and var width])
        {
            throw new ArgumentException($"The samples are [{string.Join(", ", samples.shape)}]; expected [N, 1 or 3, H, W].", nameof(samples));
        }

        var columns = Math.Min(options.Columns ?? (int)Math.Ceiling(Math.Sqrt(count)), count);
        var layout = new GridLayout(options, checked((int)columns), checked((int)((count + columns - 1) / columns)), checked((int)width), checked((int)height));
        var channels = (int)samples.shape[1];
        var image = new PixelImage(layout.Width, layout.Height, channels);
        image.Pixels.Fill(options.Background);
        layout.DrawTitles(image);
        using var bytes = Pixels.ToBytes(samples);
        for (var i = 0; i < count; i++)
        {
            var sample = bytes.bytes.Slice((int)(i * channels * height * width), (int)(channels * height * width));
            Place(sample, (int)width, options.Scale, image, layout.Left((int)(i % columns)), layout.Top((int)(i / columns)));
        }

        return image;
    }

    /// <summary>Draws samples and writes the picture in the format the file's name ends with (.png, .jpg, .webp); a file that is there is replaced in a single step.</summary>
    /// <param name="samples"><c>[N, 1 or 3, H, W]</c> in [-1, 1] on any device; they stay the caller's.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">Columns, padding and scale; null for the defaults.</param>
    /// <exception cref="ArgumentException">The samples have another shape, an option is out of range, or the ending names no format.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(Tensor samples, string path, SampleGridOptions? options = null) => PictureFile.Write(Draw(samples, options), path);

    private static void Place(ReadOnlySpan<byte> sample, int width, int scale, PixelImage image, int left, int top)
    {
        var channels = image.Channels;
        var plane = sample.Length / channels;
        for (var y = 0; y < plane / width * scale; y++)
        {
            var row = image.Row(top + y)[(left * channels)..];
            var source = y / scale * width;
            for (var x = 0; x < width * scale; x++)
            {
                for (var channel = 0; channel < channels; channel++)
                {
                    row[x * channels + channel] = sample[channel * plane + source + x / scale];
                }
            }
        }
    }
}
