using Gan.Net.Imaging;

namespace Gan.Net.Reporting.Tests.Animations;

/// <summary>Makes frames, always the same ones.</summary>
internal static class Scene
{
    /// <summary>Every byte random.</summary>
    public static PixelImage Noise(int width, int height, int channels, ulong seed, int values = 256)
    {
        var random = new SeededRandom(seed);
        var image = new PixelImage(width, height, channels);
        foreach (ref var pixel in image.Pixels)
        {
            pixel = (byte)random.NextInt64(values);
        }

        return image;
    }

    /// <summary>Red grows to the right, green downwards, blue with the frame: more colours than a palette holds.</summary>
    public static PixelImage Gradient(int size, byte blue)
    {
        var image = new PixelImage(size, size, 3);
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                byte[] pixel = [(byte)(x * 255 / (size - 1)), (byte)(y * 255 / (size - 1)), blue];
                pixel.CopyTo(image.Row(y)[(3 * x)..]);
            }
        }

        return image;
    }

    /// <summary>Black, but for a white square of two by two pixels.</summary>
    public static PixelImage Square(int left, int top)
    {
        var image = new PixelImage(20, 10, 1);
        image.Row(top).Slice(left, 2).Fill(255);
        image.Row(top + 1).Slice(left, 2).Fill(255);
        return image;
    }
}
