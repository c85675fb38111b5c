using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Gan.Net.Data;

/// <summary>
/// By what files are known again. Each is read once and its digest remembered with its size and time, for as long as the program runs.
/// Thread-safe.
/// </summary>
internal static class FilesDigest
{
    /// <summary>Files that hold more than this together are known by names, sizes and the first part of each.</summary>
    public const long WholeUpTo = 1L << 30;

    private const int Beginning = 1 << 12;

    private static readonly ConcurrentDictionary<(string Path, long Size, DateTime Time, bool Whole), byte[]> _known = new();

    /// <summary>Of some files in this order; their names count as they are given, without the folder.</summary>
    /// <param name="root">The folder they are in.</param>
    /// <param name="names">Their names relative to it.</param>
    /// <returns>The digest; <c>partial-...</c> when the files are too large to be read as a whole.</returns>
    public static string Of(string root, IReadOnlyList<string> names)
    {
        var files = names.Select(name => new FileInfo(Path.Combine(root, name))).ToList();
        var whole = files.Sum(file => file.Length) <= WholeUpTo;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> size = stackalloc byte[sizeof(long)];
        for (var i = 0; i < files.Count; i++)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(names[i].Replace('\\', '/') + "\0"));
            BinaryPrimitives.WriteInt64LittleEndian(size, files[i].Length);
            hash.AppendData(size);
            hash.AppendData(Of(files[i], whole));
        }

        return (whole ? "" : "partial-") + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Of one file.</summary>
    public static string Of(string path) => Convert.ToHexStringLower(Of(new FileInfo(path), whole: true));

    private static byte[] Of(FileInfo file, bool whole) => _known.GetOrAdd((file.FullName, file.Length, file.LastWriteTimeUtc, whole), key => Compute(key.Path, key.Whole));

    private static byte[] Compute(string path, bool whole)
    {
        using var stream = File.OpenRead(path);
        if (whole)
        {
            return SHA256.HashData(stream);
        }

        var beginning = new byte[Beginning];
        return SHA256.HashData(beginning.AsSpan(0, stream.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false)));
    }
}
