using Gan.Net.Imaging;
using Gan.Net.IO;
using static TorchSharp.torch;

namespace Gan.Net.Data;

/// <summary>
/// PNG pictures of one size below a folder. With sub-folders each of them is a class, numbered in the order of their names; without,
/// the pictures have no labels. An alpha channel that is opaque everywhere is left out. One thread at a time.
/// </summary>
public sealed class ImageFolder : ISampleSet
{
    private readonly TensorSampleSet _set;

    private ImageFolder(TensorSampleSet set, IReadOnlyList<string> classNames)
    {
        _set = set;
        ClassNames = classNames;
    }

    /// <summary>The sub-folders' names, in the order of the labels; empty without labels.</summary>
    public IReadOnlyList<string> ClassNames { get; }

    /// <inheritdoc/>
    public long Count => _set.Count;

    /// <inheritdoc/>
    public IReadOnlyList<long> SampleShape => _set.SampleShape;

    /// <inheritdoc/>
    public int? Classes => _set.Classes;

    /// <summary>Reads all pictures into memory, as bytes.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>Samples <c>[1 or 3, height, width]</c> in [-1, 1].</returns>
    /// <exception cref="FileNotFoundException">There is no picture.</exception>
    /// <exception cref="DataFormatException">A file is unsound, has another size than the first, or is transparent.</exception>
    public static ImageFolder Read(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var names = Directory.GetDirectories(folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal).ToList();
        List<(string File, int Label)> files =
        [
            .. names.Count == 0
                ? Pictures(folder).Select(file => (file, 0))
                : names.SelectMany((name, label) => Pictures(Path.Combine(folder, name)).Select(file => (file, label))),
        ];
        if (files.Count == 0)
        {
            throw new FileNotFoundException($"There is no picture (*.png) in '{folder}' or its sub-folders.", folder);
        }

        var samples = ReadAll(files);
        return names.Count == 0
            ? new ImageFolder(new TensorSampleSet(samples), [])
            : new ImageFolder(new TensorSampleSet(samples, tensor(files.Select(file => (long)file.Label).ToArray()), names.Count), names);
    }

    /// <inheritdoc/>
    public Batch Gather(ReadOnlySpan<long> indices, Device device) => _set.Gather(indices, device);

    /// <inheritdoc/>
    public void Dispose() => _set.Dispose();

    private static IEnumerable<string> Pictures(string folder) =>
        Directory.EnumerateFiles(folder, "*.png", new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive }).Order(StringComparer.Ordinal);

    private static Tensor ReadAll(List<(string File, int Label)> files)
    {
        var first = Opaque(files[0].File);
        long each = first.Pixels.Length;
        if (each * files.Count > Array.MaxLength)
        {
            throw new DataFormatException(files[0].File, 0, $"{files.Count} pictures of {first.Width}x{first.Height} are too many to hold in memory.");
        }

        using var scope = NewDisposeScope();
        var all = empty([files.Count, first.Channels, first.Height, first.Width], ScalarType.Byte);
        for (var i = 0; i < files.Count; i++)
        {
            var image = i == 0 ? first : Opaque(files[i].File);
            if ((image.Width, image.Height, image.Channels) != (first.Width, first.Height, first.Channels))
            {
                throw new DataFormatException(
                    files[i].File,
                    0,
                    $"The picture is {image.Width}x{image.Height} with {image.Channels} channels; {files[0].File} is {first.Width}x{first.Height} with {first.Channels}.");
            }

            using var planes = Pixels.ToTensor(image);
            planes.bytes.CopyTo(all.bytes[(int)(i * each)..]);
        }

        return scope.MoveToOuter(all);
    }

    private static PixelImage Opaque(string file)
    {
        var image = Png.Read(file);
        if (image.Channels != 4)
        {
            return image;
        }

        var colours = new PixelImage(image.Width, image.Height, 3);
        for (var pixel = 0; pixel < image.Width * image.Height; pixel++)
        {
            image.Pixels.Slice(pixel * 4, 3).CopyTo(colours.Pixels[(pixel * 3)..]);
            if (image.Pixels[pixel * 4 + 3] != byte.MaxValue)
            {
                throw new DataFormatException(file, 0, $"The picture is transparent at pixel {pixel}. Save it without an alpha channel.");
            }
        }

        return colours;
    }
}
