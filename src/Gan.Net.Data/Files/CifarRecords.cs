using System.Buffers.Binary;
using Gan.Net.IO;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Data;

/// <summary>The binary layout of the CIFAR sets: for each picture some bytes of labels, and 3,072 of pixels.</summary>
/// <param name="labelBytes">Bytes of labels before each picture.</param>
/// <param name="label">Which of them is taken.</param>
/// <param name="classes">How many classes it names.</param>
internal sealed class CifarRecords(int labelBytes, int label, int classes)
{
    private const int Side = 32;
    private const int PixelBytes = 3 * Side * Side;

    private int RecordBytes => labelBytes + PixelBytes;

    /// <summary>Reads files, packed or not, one after the other.</summary>
    /// <exception cref="DataFormatException">A file holds no whole number of pictures, has a label too high, or is damaged.</exception>
    public TensorSampleSet Read(CifarFiles files)
    {
        var readers = new List<ExactReader>();
        try
        {
            readers.AddRange(files.Paths.Select(ExactReader.Open));
            var count = readers.Sum(CountRecords);
            if (count * PixelBytes > Array.MaxLength)
            {
                throw new DataFormatException(files.Paths[0], 0, $"{count} pictures are too many to hold in memory.");
            }

            using var scope = NewDisposeScope();
            var pixels = empty([count, 3, Side, Side], ScalarType.Byte);
            var labels = empty([count], ScalarType.Int64);
            var next = 0;
            foreach (var reader in readers)
            {
                next = Read(reader, pixels.bytes, labels.bytes, next);
            }

            return new TensorSampleSet(pixels, labels, classes) { Remarks = files.Remarks };
        }
        finally
        {
            readers.ForEach(reader => reader.Dispose());
        }
    }

    // Nothing is taken for a file before its length was found right.
    private long CountRecords(ExactReader reader)
    {
        RequireNoPickle(reader.Path);
        var length = reader.MeasureLength();
        if (length == 0 || length % RecordBytes != 0)
        {
            throw reader.Error($"The content has {length} bytes; pictures take {RecordBytes} each.");
        }

        reader.RequireLength(length);
        return length / RecordBytes;
    }

    private int Read(ExactReader reader, Span<byte> pixels, Span<byte> labels, int next)
    {
        Span<byte> found = stackalloc byte[labelBytes];
        for (var end = next + reader.MeasureLength() / RecordBytes; next < end; next++)
        {
            reader.Read(found);
            if (found[label] >= classes)
            {
                throw new DataFormatException(reader.Path, reader.Offset - labelBytes + label, $"The label is {found[label]}; there are 0 to {classes - 1}.");
            }

            BinaryPrimitives.WriteInt64LittleEndian(labels[(next * sizeof(long))..], found[label]);
            reader.Read(pixels.Slice(next * PixelBytes, PixelBytes));
        }

        reader.RequireEnd();
        return next;
    }

    // A pickle of protocol 2 begins with 80 02, and those of the published archive go on with the opcode of a dictionary.
    private static void RequireNoPickle(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> beginning = stackalloc byte[3];
        if (file.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false) == beginning.Length && beginning is [0x80, >= 2 and <= 5, (byte)'}'])
        {
            throw CifarFiles.Pickle(path);
        }
    }
}
