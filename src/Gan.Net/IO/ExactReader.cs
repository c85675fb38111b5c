using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Gan.Net.IO;

/// <summary>
/// Reads a file from front to back, unpacking gzip, and answers every shortage, surplus and damage with a
/// <see cref="DataFormatException"/>. .NET's own gzip reader takes a file that was cut off for one that ended: here the unpacked
/// length and the checksum must agree with the file's last eight bytes. A gzip file may have several members, one after the other, as
/// <c>bgzip</c> and <c>cat a.gz b.gz</c> make it; its last bytes then speak of the last member. Owns the stream. One thread at a time.
/// </summary>
public sealed class ExactReader : IDisposable
{
    // Deflate codes at most 258 bytes with 2 bits, so nothing unpacks to more than 1,032 times its size.
    private const long LargestRatio = 1032;

    // From this length on, a packed file shows that it has the content before anybody takes memory for it.
    private const long ProvenFrom = 1 << 18;

    private readonly Stream _file;
    private Stream _content;
    private readonly long _fileLength;
    private readonly bool _packed;
    private readonly uint _trailerChecksum;
    private readonly uint _trailerLength;
    private readonly Crc32 _checksum = new();

    // Where the content of the last member begins, and whether the whole length was found by unpacking.
    private long _lastMember;
    private bool _measured;

    /// <summary>Reads a seekable stream from its start. Content that begins as gzip does (1F 8B) is unpacked.</summary>
    /// <param name="stream">The stream; the reader disposes it.</param>
    /// <param name="path">What to call it in errors.</param>
    public ExactReader(Stream stream, string path)
        : this(stream, path, unpack: true)
    {
    }

    private ExactReader(Stream stream, string path, bool unpack)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _file = stream;
        Path = path;
        _fileLength = stream.Length;
        _packed = unpack && BeginsAsGzip(stream);
        if (_packed)
        {
            Span<byte> trailer = stackalloc byte[8];
            if (_fileLength < 18)
            {
                throw new DataFormatException(path, _fileLength, "The gzip file is cut off: it has no room for header and trailer.");
            }

            stream.Position = _fileLength - trailer.Length;
            stream.ReadExactly(trailer);
            _trailerChecksum = BinaryPrimitives.ReadUInt32LittleEndian(trailer);
            _trailerLength = BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]);
        }

        stream.Position = 0;
        _content = _packed ? Unpacking() : stream;
    }

    /// <summary>The file's path.</summary>
    public string Path { get; }

    /// <summary>Bytes of (unpacked) content read so far.</summary>
    public long Offset { get; private set; }

    /// <summary>
    /// How long the content is, by the file's length or by what a gzip file says of itself, which may be a lie or a remainder modulo
    /// 2^32, or the last member's alone: call <see cref="RequireLength"/> before believing it, or <see cref="MeasureLength"/>.
    /// </summary>
    public long PromisedLength => _packed ? _trailerLength : _fileLength;

    /// <summary>Bytes of the file that were not read yet. Not for packed files.</summary>
    internal long Left => _fileLength - Offset;

    /// <summary>Opens a file.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="DataFormatException">The file begins as gzip and is too short to be one.</exception>
    public static ExactReader Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.SequentialScan);
        try
        {
            return new ExactReader(file, path);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Checks, before anything is allocated, that the content has the length its header promises. A long packed file is unpacked once
    /// for it, and nothing kept: otherwise a few bytes could ask for gigabytes.
    /// </summary>
    /// <param name="expected">How long the content should be, from its first byte to its last.</param>
    /// <exception cref="DataFormatException">The content has another length, or is damaged.</exception>
    public void RequireLength(long expected)
    {
        if (!_packed && expected != _fileLength)
        {
            throw Error($"The header promises a file of {expected} bytes; it has {_fileLength}.");
        }

        if (!_packed || (_measured && expected == _lastMember + _trailerLength))
        {
            return;
        }

        var several = unchecked((uint)expected) != _trailerLength;
        if ((several && expected <= _trailerLength) || !CouldUnpackTo(expected))
        {
            throw OtherLength(expected);
        }

        if (several)
        {
            ProveMembers(expected);
        }
        else if (expected - Offset >= ProvenFrom)
        {
            Prove(expected);
        }
    }

    /// <summary>How long the content is: of a packed file found by unpacking it once, keeping nothing. Call it before anything is read.</summary>
    /// <exception cref="DataFormatException">The packed data is damaged.</exception>
    public long MeasureLength()
    {
        if (!_packed || _measured)
        {
            return _packed ? _lastMember + _trailerLength : _fileLength;
        }

        Span<byte> buffer = stackalloc byte[4096];
        int read;
        do
        {
            read = ReadAtMost(buffer);
        }
        while (read == buffer.Length);

        var length = Offset;
        if (length < _trailerLength)
        {
            throw OtherLength(length);
        }

        Restart();
        (_lastMember, _measured) = (length - _trailerLength, true);
        return length;
    }

    /// <summary>A reader that takes the file as it is, even if it begins as gzip does.</summary>
    internal static ExactReader Plain(Stream stream, string path) => new(stream, path, unpack: false);

    /// <summary>Whether the file could unpack to this many bytes, were all of it packed data.</summary>
    internal bool CouldUnpackTo(long bytes) => bytes <= _fileLength * LargestRatio;

    /// <summary>Fills the span.</summary>
    /// <exception cref="DataFormatException">The content ends first, or is damaged.</exception>
    public void Read(Span<byte> destination)
    {
        var read = ReadAtMost(destination);
        if (read < destination.Length)
        {
            throw Error($"The file ends here; {destination.Length - read} more bytes were expected.");
        }
    }

    /// <summary>Checks that nothing follows, and for gzip that length and checksum are right.</summary>
    /// <exception cref="DataFormatException">Something follows, or the content is damaged.</exception>
    public void RequireEnd()
    {
        Span<byte> one = stackalloc byte[1];
        var end = Offset;
        if (ReadAtMost(one) > 0)
        {
            Offset = end;
            throw Error("The content should end here; more follows.");
        }

        if (_packed && (_trailerLength != unchecked((uint)(Offset - _lastMember)) || _trailerChecksum != _checksum.GetCurrentHashAsUInt32()))
        {
            throw Error("The gzip file is cut off or damaged: its last bytes are not the length and checksum of its content.");
        }
    }

    /// <summary>An error at the current offset, to throw.</summary>
    public DataFormatException Error(string problem) => new(Path, Offset, problem);

    /// <inheritdoc/>
    public void Dispose()
    {
        _content.Dispose();
        _file.Dispose();
    }

    private static bool BeginsAsGzip(Stream stream)
    {
        Span<byte> magic = stackalloc byte[2];
        stream.Position = 0;
        return stream.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic is [0x1F, 0x8B];
    }

    private GZipStream Unpacking() => new(_file, CompressionMode.Decompress, leaveOpen: true);

    private DataFormatException OtherLength(long expected) =>
        Error($"The header promises {expected} bytes; the gzip file of {_fileLength} bytes says it holds {_trailerLength}.");

    private void ProveMembers(long expected)
    {
        _lastMember = expected - _trailerLength;
        var offset = Offset;
        try
        {
            Restart();  // the checksum so far is not the last member's
            PassOver(offset);
            Prove(expected);
        }
        catch (DataFormatException)
        {
            // One member after all, of another length.
            Offset = offset;
            throw OtherLength(expected);
        }
    }

    // Goes through the rest to its end, and comes back to where it was.
    private void Prove(long expected)
    {
        var offset = Offset;
        PassOver(expected - offset);
        RequireEnd();
        Restart();
        PassOver(offset);
    }

    private void Restart()
    {
        _content.Dispose();
        _file.Position = 0;
        _content = Unpacking();
        _checksum.Reset();
        Offset = 0;
    }

    private void PassOver(long length)
    {
        Span<byte> buffer = stackalloc byte[4096];
        for (; length > 0; length -= Math.Min(length, buffer.Length))
        {
            Read(buffer[..(int)Math.Min(length, buffer.Length)]);
        }
    }

    private int ReadAtMost(Span<byte> destination)
    {
        int read;
        try
        {
            read = _content.ReadAtLeast(destination, destination.Length, throwOnEndOfStream: false);
        }
        catch (Exception e) when (_packed && (e is InvalidDataException or IOException))
        {
            throw new DataFormatException(Path, Offset, "The packed data is damaged or cannot be read.", e);
        }

        if (_packed)
        {
            _checksum.Append(destination[(int)Math.Clamp(_lastMember - Offset, 0, read)..read]);
        }

        Offset += read;
        return read;
    }
}
