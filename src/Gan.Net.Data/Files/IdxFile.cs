using System.Buffers.Binary;
using Gan.Net.IO;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Data;

/// <summary>
/// IDX files of unsigned bytes, the format of MNIST and its family (Fashion-MNIST, KMNIST, EMNIST), packed with gzip or not: two zero
/// bytes, the type 0x08, the number of dimensions, each size as a big-endian number of 32 bits, the bytes. Reading checks all of it
/// against the file's length before taking memory.
/// </summary>
public static class IdxFile
{
    internal const int MostDimensions = 8;
    internal const byte UnsignedByte = 0x08;

    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="DataFormatException">The file is no IDX file of bytes, is cut off, too long or damaged.</exception>
    public static IdxArray Read(string path)
    {
        using var reader = ExactReader.Open(path);
        return Read(reader);
    }

    /// <summary>Writes a file, packed if its name ends with <c>.gz</c>; one that is there is replaced in a single step.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, IdxArray array)
    {
        ArgumentNullException.ThrowIfNull(array);
        using var writer = new IdxWriter(path, [.. array.Shape]);
        writer.Append(array.Content);
        writer.Commit();
    }

    /// <summary>Reads images, and their labels if they have some, as a set.</summary>
    /// <param name="images">The file of the images: <c>[N, height, width]</c>, or <c>[N, channels, height, width]</c>.</param>
    /// <param name="labels">The file of the labels: <c>[N]</c>; null for none.</param>
    /// <exception cref="IOException">A file cannot be opened.</exception>
    /// <exception cref="DataFormatException">A file is unsound, has another number of dimensions, or there is not one label for each image.</exception>
    public static TensorSampleSet ReadSamples(string images, string? labels = null)
    {
        using var scope = NewDisposeScope();
        var pixels = ReadImages(images);
        if (labels is null)
        {
            return new TensorSampleSet(pixels) { Remarks = [$"Read from {Path.GetFileName(images)}, without labels."] };
        }

        var classes = Read(labels);
        if (classes.Shape is not [var count] || count != pixels.shape[0])
        {
            throw new DataFormatException(labels, 4, $"The array is [{string.Join(", ", classes.Shape)}]; expected [{pixels.shape[0]}], one label for each image.");
        }

        return new TensorSampleSet(pixels, tensor(classes.Bytes).to(ScalarType.Int64), classes.Bytes.Max() + 1)
        {
            Remarks = [$"Read from {Path.GetFileName(images)} and {Path.GetFileName(labels)}."],
        };
    }

    internal static IdxArray Read(ExactReader reader)
    {
        var (shape, length) = ReadHeader(reader);
        var bytes = new byte[length];
        reader.Read(bytes);
        reader.RequireEnd();
        return new IdxArray(shape, bytes);
    }

    // Straight into a tensor: a large set is in memory once.
    private static Tensor ReadImages(string path)
    {
        using var reader = ExactReader.Open(path);
        var (shape, length) = ReadHeader(reader);
        if (shape is not ([> 0, > 0, > 0] or [> 0, > 0, > 0, > 0]))
        {
            throw new DataFormatException(path, 4, $"The array is [{string.Join(", ", shape)}]; images are [N, height, width] or [N, channels, height, width], none of them 0.");
        }

        if (shape is [_, > 4, _, 1 or 3 or 4])
        {
            throw new DataFormatException(
                path, 4, $"The array is [{string.Join(", ", shape)}], which looks like channels last: [N, height, width, channels]. Images are [N, channels, height, width]; in NumPy, images.transpose(0, 3, 1, 2) makes them so.");
        }

        var images = empty(shape is [var n, var height, var width] ? [n, 1, height, width] : [.. shape.Select(size => (long)size)], ScalarType.Byte);
        reader.Read(images.bytes[..(int)length]);
        reader.RequireEnd();
        return images;
    }

    // Reads everything before the bytes, and finds that as many follow as it says.
    private static (int[] Shape, long Length) ReadHeader(ExactReader reader)
    {
        Span<byte> magic = stackalloc byte[4];
        reader.Read(magic);
        if (magic is not [0, 0, _, _])
        {
            throw reader.Error($"The file begins with {Convert.ToHexString(magic)}; an IDX file begins with two zero bytes.");
        }

        if (magic[2] != UnsignedByte)
        {
            throw reader.Error($"The elements have the type 0x{magic[2]:X2}; only unsigned bytes (0x08) are read.");
        }

        if (magic[3] is 0 or > MostDimensions)
        {
            throw reader.Error($"The array has {magic[3]} dimensions; 1 to {MostDimensions} are read.");
        }

        var shape = ReadShape(reader, magic[3]);
        if (ByteLength(shape) is not { } length)
        {
            throw reader.Error($"An array [{string.Join(", ", shape)}] is too large.");
        }

        reader.RequireLength(reader.Offset + length);
        return (shape, length);
    }

    /// <summary>The bytes of an array, or null if they are more than fit into one.</summary>
    internal static long? ByteLength(IEnumerable<int> shape)
    {
        long length = 1;
        foreach (var size in shape)
        {
            length *= size;
            if (length > Array.MaxLength)
            {
                return null;
            }
        }

        return length;
    }

    private static int[] ReadShape(ExactReader reader, int dimensions)
    {
        Span<byte> size = stackalloc byte[4];
        var shape = new int[dimensions];
        for (var i = 0; i < dimensions; i++)
        {
            reader.Read(size);
            shape[i] = BinaryPrimitives.ReadInt32BigEndian(size);
            if (shape[i] < 0)
            {
                throw reader.Error($"A size of {(uint)shape[i]} is too large.");
            }
        }

        return shape;
    }
}
