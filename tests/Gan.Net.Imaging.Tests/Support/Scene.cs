namespace Gan.Net.Imaging.Tests.Support;

/// <summary>Makes pictures, always the same ones.</summary>
internal static class Scene
{
    /// <summary>Smooth with some noise.</summary>
    public static PixelImage Picture(int width, int height, int channels)
    {
        var random = new SeededRandom((ulong)(width + height));
        var image = new PixelImage(width, height, channels);
        for (var i = 0; i < image.Pixels.Length; i++)
        {
            image.Pixels[i] = (byte)(i * 3 + random.NextInt64(20));
        }

        return image;
    }

    public static byte[] Written(PixelImage image, PictureFormat format, PictureWriteOptions? options = null)
    {
        using var stream = new MemoryStream();
        PictureFile.Write(image, stream, format, options);
        return stream.ToArray();
    }
}
