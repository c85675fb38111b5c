using Gan.Net.IO;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Data;

/// <summary>
/// CIFAR-10 in its binary layout: for each picture one byte of label, 0 to 9, and 3,072 of pixels, the red, green and blue planes of 32
/// rows each. Packed with gzip or not.
/// </summary>
public static class CifarFile
{
    /// <summary>The number of classes.</summary>
    public const int Classes = 10;

    private const int Side = 32;
    private const int PixelBytes = 3 * Side * Side;
    private const int RecordBytes = 1 + PixelBytes;

    /// <summary>Reads a file, or all files <c>data_batch_*</c> (<c>.bin</c> or <c>.bin.gz</c>) of a folder in the order of their names.</summary>
    /// <param name="path">The file or folder.</param>
    /// <returns>Samples <c>[3, 32, 32]</c> in [-1, 1] with labels from 0 to 9.</returns>
    /// <exception cref="FileNotFoundException">There is no such file, or the folder has none.</exception>
    /// <exception cref="DataFormatException">A file holds no whole number of pictures, has a label above 9, or is damaged.</exception>
    public static TensorSampleSet Read(string path)
    {
        var files = Find(path);
        var contents = files.Select(ReadRecords).ToList();
        var count = contents.Sum(content => (long)content.Length / RecordBytes);
        if (count * PixelBytes > Array.MaxLength)
        {
            throw new DataFormatException(path, 0, $"{count} pictures are too many to hold in memory.");
        }

        var pixels = new byte[count * PixelBytes];
        var labels = new long[count];
        var next = 0;
        foreach (var (file, content) in files.Zip(contents))
        {
            for (var start = 0; start < content.Length; start += RecordBytes, next++)
            {
                labels[next] = content[start] < Classes
                    ? content[start]
                    : throw new DataFormatException(file, start, $"The label is {content[start]}; there are 0 to 9.");
                content.AsSpan(start + 1, PixelBytes).CopyTo(pixels.AsSpan(next * PixelBytes));
            }
        }

        return new TensorSampleSet(tensor(pixels, [count, 3, Side, Side]), tensor(labels), Classes);
    }

    private static List<string> Find(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (!Directory.Exists(path))
        {
            return File.Exists(path) ? [path] : throw new FileNotFoundException($"There is no file or folder '{path}'.", path);
        }

        // One file of a name, the plain one if it is there packed as well.
        List<string> files =
        [
            .. Directory.EnumerateFiles(path, "data_batch_*")
                .Where(file => file.EndsWith(".bin", StringComparison.Ordinal)
                    || (file.EndsWith(".bin.gz", StringComparison.Ordinal) && !File.Exists(file[..^".gz".Length])))
                .Order(StringComparer.Ordinal),
        ];
        return files.Count > 0 ? files : throw new FileNotFoundException($"The folder '{path}' has no data_batch_*.bin or data_batch_*.bin.gz.", path);
    }

    private static byte[] ReadRecords(string path)
    {
        using var reader = ExactReader.Open(path);
        var length = reader.PromisedLength;
        if (length == 0 || length % RecordBytes != 0 || length > Array.MaxLength)
        {
            throw reader.Error($"The content has {length} bytes; pictures take {RecordBytes} each.");
        }

        reader.RequireLength(length);
        var content = new byte[length];
        reader.Read(content);
        reader.RequireEnd();
        return content;
    }
}
