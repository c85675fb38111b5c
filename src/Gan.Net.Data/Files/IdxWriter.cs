using System.Buffers.Binary;
using System.IO.Compression;
using Gan.Net.Imaging;
using Gan.Net.IO;
using static TorchSharp.torch;

namespace Gan.Net.Data;

/// <summary>
/// Writes an IDX file piece by piece, so that a million samples need no memory. The file appears, whole, on <see cref="Commit"/>;
/// until then and without it nothing is there. Packed if the name ends with <c>.gz</c>.
/// </summary>
public sealed class IdxWriter : IDisposable
{
    private readonly AtomicFile _file;
    private readonly Stream _content;
    private readonly int[] _shape;
    private readonly long _length;
    private long _written;

    /// <summary>Starts a file.</summary>
    /// <param name="path">The file; one that is there is replaced when everything was written.</param>
    /// <param name="shape">The sizes of the whole array, such as 10000, 28, 28.</param>
    /// <exception cref="ArgumentException">The shape is empty, has a negative size or too many dimensions.</exception>
    /// <exception cref="IOException">The file cannot be made.</exception>
    public IdxWriter(string path, params int[] shape)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(shape);
        if (shape.Length is 0 or > IdxFile.MostDimensions || shape.Any(size => size < 0))
        {
            throw new ArgumentException($"The shape [{string.Join(", ", shape)}] has no or too many dimensions, or a negative size.", nameof(shape));
        }

        _shape = [.. shape];
        _length = shape.Aggregate(1L, (product, size) => checked(product * size));
        _file = new AtomicFile(path);
        _content = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(_file.Stream, CompressionLevel.Optimal, leaveOpen: true) : _file.Stream;
        WriteHeader();
    }

    /// <summary>Appends bytes.</summary>
    /// <exception cref="ArgumentException">They are more than the shape has room for.</exception>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _length - _written)
        {
            throw new ArgumentException($"{_written} of {_length} bytes are written; {bytes.Length} more do not fit into [{string.Join(", ", _shape)}].", nameof(bytes));
        }

        _content.Write(bytes);
        _written += bytes.Length;
    }

    /// <summary>Appends samples in [-1, 1] as bytes from 0 to 255 (<see cref="Pixels"/>).</summary>
    /// <param name="samples"><c>[N, ...sample]</c> on any device; a sample has as many elements as the shape says behind its first size.</param>
    /// <exception cref="ArgumentException">The samples have another size, or are more than the shape has room for.</exception>
    public void Append(Tensor samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        var each = _shape[1..].Aggregate(1L, (product, size) => product * size);
        if (samples.ndim == 0 || samples.numel() != samples.shape[0] * each)
        {
            throw new ArgumentException($"The samples are [{string.Join(", ", samples.shape)}]; each must have {each} elements to fit into [{string.Join(", ", _shape)}].", nameof(samples));
        }

        using var bytes = Pixels.ToBytes(samples);
        Append(bytes.bytes);
    }

    /// <summary>Finishes the file and gives it its name. Call once, when everything was appended.</summary>
    /// <exception cref="InvalidOperationException">Bytes are missing.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Commit()
    {
        if (_written != _length)
        {
            throw new InvalidOperationException($"{_written} bytes were appended; [{string.Join(", ", _shape)}] takes {_length}.");
        }

        if (_content != _file.Stream)
        {
            _content.Dispose();
        }

        _file.Commit();
    }

    /// <summary>Discards the file unless it was committed.</summary>
    public void Dispose()
    {
        try
        {
            if (_content != _file.Stream)
            {
                _content.Dispose();
            }
        }
        finally
        {
            _file.Dispose();
        }
    }

    private void WriteHeader()
    {
        Span<byte> header = stackalloc byte[4 + 4 * _shape.Length];
        header.Clear();
        header[2] = IdxFile.UnsignedByte;
        header[3] = (byte)_shape.Length;
        for (var i = 0; i < _shape.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(header[(4 + 4 * i)..], _shape[i]);
        }

        _content.Write(header);
    }
}
