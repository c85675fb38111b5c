using System.Buffers.Binary;
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
        var readers = new List<ExactReader>();
        try
        {
            readers.AddRange(Find(path).Select(ExactReader.Open));
            var count = readers.Sum(CountRecords);
            if (count * PixelBytes > Array.MaxLength)
            {
                throw new DataFormatException(path, 0, $"{count} pictures are too many to hold in memory.");
            }

            using var scope = NewDisposeScope();
            var pixels = empty([count, 3, Side, Side], ScalarType.Byte);
            var labels = empty([count], ScalarType.Int64);
            var next = 0;
            foreach (var reader in readers)
            {
                next = ReadRecords(reader, pixels.bytes, labels.bytes, next);
            }

            return new TensorSampleSet(pixels, labels, Classes);
        }
        finally
        {
            readers.ForEach(reader => reader.Dispose());
        }
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

    // Nothing is taken for a file before its length was found right.
    private static long CountRecords(ExactReader reader)
    {
        var length = reader.PromisedLength;
        if (length == 0 || length % RecordBytes != 0)
        {
            throw reader.Error($"The content has {length} bytes; pictures take {RecordBytes} each.");
        }

        reader.RequireLength(length);
        return length / RecordBytes;
    }

    private static int ReadRecords(ExactReader reader, Span<byte> pixels, Span<byte> labels, int next)
    {
        Span<byte> label = stackalloc byte[1];
        for (var end = next + reader.PromisedLength / RecordBytes; next < end; next++)
        {
            reader.Read(label);
            if (label[0] >= Classes)
            {
                throw new DataFormatException(reader.Path, reader.Offset - 1, $"The label is {label[0]}; there are 0 to {Classes - 1}.");
            }

            BinaryPrimitives.WriteInt64LittleEndian(labels[(next * sizeof(long))..], label[0]);
            reader.Read(pixels.Slice(next * PixelBytes, PixelBytes));
        }

        reader.RequireEnd();
        return next;
    }
}
