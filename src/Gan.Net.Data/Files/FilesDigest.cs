using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Gan.Net.Data;

/// <summary>
/// The SHA-256 of files. Each is read once and its digest remembered with its size and time, for as long as the program runs. Thread-safe.
/// </summary>
internal static class FilesDigest
{
    private static readonly ConcurrentDictionary<(string Path, long Size, DateTime Time), string> _known = new();

    /// <summary>Of one file, in small letters.</summary>
    public static string Of(string path)
    {
        var file = new FileInfo(path);
        return _known.GetOrAdd((file.FullName, file.Length, file.LastWriteTimeUtc), key =>
        {
            using var stream = File.OpenRead(key.Path);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        });
    }
}
