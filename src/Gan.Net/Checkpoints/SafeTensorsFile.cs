using System.Buffers.Binary;
using Gan.Net.IO;

namespace Gan.Net.Checkpoints;

/// <summary>
/// A safetensors file, open for reading. Opening checks the whole header against the file's length, and never takes more memory
/// than the header; contents are read when asked for. The format runs no code and names no other file. One thread at a time.
/// </summary>
public sealed class SafeTensorsFile : IDisposable
{
    private const int LengthSize = sizeof(ulong);

    private readonly Stream _stream;
    private readonly long _content;
    private readonly Dictionary<string, SafeTensorEntry> _byName;

    internal SafeTensorsFile(Stream stream, string path)
    {
        _stream = stream;
        Path = path;
        var header = ReadHeader(stream, path);
        _content = stream.Position;
        Tensors = header.Tensors;
        Metadata = header.Metadata;
        _byName = Tensors.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
    }

    /// <summary>The file's path.</summary>
    public string Path { get; }

    /// <summary>The tensors, in the order of their contents.</summary>
    public IReadOnlyList<SafeTensorEntry> Tensors { get; }

    /// <summary>The texts that came with them.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Opens a file and checks its header.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="DataFormatException">The file is cut off, too long, or its header breaks a rule of the format.</exception>
    public static SafeTensorsFile Open(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            return new SafeTensorsFile(stream, path);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Writes a file, replacing one that is there in a single step. The tensors are put in the format's order; the metadata always
    /// holds <c>format = pt</c>, which PyTorch's loaders ask for.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="tensors">The tensors, in any order.</param>
    /// <param name="writeContent">Writes one tensor's bytes: little-endian, row-major, as many as it takes.</param>
    /// <param name="metadata">Texts to store, or null.</param>
    /// <exception cref="ArgumentException">Two tensors have one name, or the header would be too long for readers.</exception>
    /// <exception cref="InvalidOperationException">A content was written with another length.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(
        string path,
        IEnumerable<SafeTensorEntry> tensors,
        Action<SafeTensorEntry, Stream> writeContent,
        IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(writeContent);
        var header = Arrange(tensors, metadata);
        AtomicFile.Write(path, stream => Write(stream, header, writeContent));
    }

    /// <summary>Writes a whole file to a stream that knows its position.</summary>
    internal static void Write(Stream stream, IEnumerable<SafeTensorEntry> tensors, Action<SafeTensorEntry, Stream> writeContent) =>
        Write(stream, Arrange(tensors, null), writeContent);

    /// <summary>The tensor of this name, or null.</summary>
    public SafeTensorEntry? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Reads a tensor's content.</summary>
    /// <param name="tensor">One of <see cref="Tensors"/>.</param>
    /// <param name="destination">Takes the bytes; exactly as long as they are.</param>
    /// <exception cref="ArgumentException">The span has another length.</exception>
    /// <exception cref="DataFormatException">The file was cut off since it was opened.</exception>
    public void Read(SafeTensorEntry tensor, Span<byte> destination)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (destination.Length != tensor.ByteLength)
        {
            throw new ArgumentException($"The span has {destination.Length} bytes; '{tensor}' takes {tensor.ByteLength}.", nameof(destination));
        }

        _stream.Position = _content + tensor.Begin;
        if (_stream.ReadAtLeast(destination, destination.Length, throwOnEndOfStream: false) < destination.Length)
        {
            throw new DataFormatException(Path, _stream.Position, $"The file ends within '{tensor}'.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private static SafeTensorsHeader Arrange(IEnumerable<SafeTensorEntry> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        var texts = new Dictionary<string, string>(metadata ?? new Dictionary<string, string>(), StringComparer.Ordinal) { ["format"] = "pt" };
        return SafeTensorsHeader.Arrange(tensors, texts);
    }

    private static void Write(Stream stream, SafeTensorsHeader header, Action<SafeTensorEntry, Stream> writeContent)
    {
        var bytes = header.ToBytes();
        if (bytes.Length > SafeTensorsHeader.LongestLength)
        {
            throw new ArgumentException($"The header has {bytes.Length} bytes; readers accept {SafeTensorsHeader.LongestLength}.", nameof(header));
        }

        Span<byte> length = stackalloc byte[LengthSize];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)bytes.Length);
        stream.Write(length);
        stream.Write(bytes);
        foreach (var tensor in header.Tensors)
        {
            var begin = stream.Position;
            writeContent(tensor, stream);
            if (stream.Position - begin != tensor.ByteLength)
            {
                throw new InvalidOperationException($"{stream.Position - begin} bytes were written for '{tensor}'; expected {tensor.ByteLength}.");
            }
        }
    }

    // A zip archive, or a pickle of protocol 2: what torch.save writes today, and before.
    private static void RequireNoPyTorchFile(ReadOnlySpan<byte> beginning, string path)
    {
        if (beginning is [(byte)'P', (byte)'K', 3, 4, ..] or [0x80, 2, ..])
        {
            throw new DataFormatException(
                path, 0, "This is a file of PyTorch's torch.save (.pt or .pth), not a safetensors file. Convert it in Python: safetensors.torch.save_file(torch.load(file), \"weights.safetensors\").");
        }
    }

    private static SafeTensorsHeader ReadHeader(Stream stream, string path)
    {
        Span<byte> size = stackalloc byte[LengthSize];
        if (stream.Length < LengthSize)
        {
            throw new DataFormatException(path, stream.Length, $"The file ends here; the header's length takes {LengthSize} bytes.");
        }

        stream.Position = 0;
        stream.ReadExactly(size);
        RequireNoPyTorchFile(size, path);
        var length = BinaryPrimitives.ReadUInt64LittleEndian(size);
        if (length > SafeTensorsHeader.LongestLength)
        {
            throw new DataFormatException(path, 0, $"The header is said to have {length} bytes; at most {SafeTensorsHeader.LongestLength} are allowed.");
        }

        if ((long)length > stream.Length - LengthSize)
        {
            throw new DataFormatException(path, 0, $"The header is said to have {length} bytes; {stream.Length - LengthSize} follow.");
        }

        var bytes = new byte[length];
        stream.ReadExactly(bytes);
        var header = SafeTensorsHeaderParser.Parse(bytes, path, LengthSize);
        var end = LengthSize + (long)length + header.Tensors.Sum(tensor => tensor.ByteLength);
        return end == stream.Length
            ? header
            : throw new DataFormatException(path, stream.Length, $"The header promises a file of {end} bytes; it has {stream.Length}.");
    }
}
