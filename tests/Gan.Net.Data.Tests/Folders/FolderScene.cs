using Gan.Net.Imaging;

namespace Gan.Net.Data.Tests.Folders;

/// <summary>A folder of pictures for one test.</summary>
internal sealed class FolderScene : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public string Path => _folder.Path;

    public string At(string name) => _folder.File(name);

    public string Write(string name, byte[] content) => _folder.File(name, content);

    /// <summary>Writes a picture of one colour; without a colour, of noise.</summary>
    public string Picture(string name, int width = 4, int height = 4, int channels = 3, byte? level = null)
    {
        var image = new PixelImage(width, height, channels);
        if (level is { } value)
        {
            image.Pixels.Fill(value);
        }
        else
        {
            var random = new SeededRandom((ulong)name.Length + (ulong)width);
            foreach (ref var pixel in image.Pixels)
            {
                pixel = (byte)random.NextInt64(256);
            }
        }

        PictureFile.Write(image, At(name));
        return At(name);
    }

    /// <summary>Pictures of distinct gray levels 0, 1, 2...: a sample's level is its number.</summary>
    public void Numbered(int count, int size = 4)
    {
        for (var i = 0; i < count; i++)
        {
            Picture($"{i:D4}.png", size, size, 1, (byte)i);
        }
    }

    public ImageFolder Read(ImageFolderOptions? options = null) => ImageFolder.Read(Path, options);

    /// <summary>The level of each sample's first pixel.</summary>
    public static int[] Levels(Batch batch)
    {
        using var bytes = Pixels.ToBytes(batch.Samples);
        var all = bytes.bytes.ToArray();
        var each = all.Length / (int)batch.Samples.shape[0];
        return [.. Enumerable.Range(0, (int)batch.Samples.shape[0]).Select(i => (int)all[i * each])];
    }

    public void Dispose() => _folder.Dispose();
}
