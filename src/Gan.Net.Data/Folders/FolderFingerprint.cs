using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gan.Net.Data;

/// <summary>By what a folder's pictures are known again, wherever the folder lies. Immutable.</summary>
public sealed record FolderFingerprint
{
    /// <summary>Up to so many bytes in all files together, every content is read: 256 MiB.</summary>
    public const long WholeUpTo = 256L << 20;

    /// <summary>Of larger folders, the contents of so many files are read, evenly chosen: 256.</summary>
    public const int SampleSize = 256;

    /// <summary>The SHA-256 of the names and sizes of all files in their order, and of the contents that were read; in hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>
    /// The SHA-256 of the times at which the files were written last. The same contents copied elsewhere have others; where they are the same,
    /// no file was changed in the usual ways.
    /// </summary>
    public required string Times { get; init; }

    /// <summary>How many files there are.</summary>
    public required long Files { get; init; }

    /// <summary>How many contents were read.</summary>
    public required long FilesRead { get; init; }

    /// <summary>Whether a change within a file can go unnoticed by <see cref="Sha256"/>, because not every content was read and its size stayed.</summary>
    public bool IsPartial => FilesRead < Files;

    /// <summary>A line for people: what the digest covers.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"names and sizes of {Files:N0} files, contents of {(IsPartial ? FilesRead.ToString("N0", CultureInfo.InvariantCulture) : "all")}");

    internal static FolderFingerprint Of(string root, IReadOnlyList<string> files)
    {
        using var content = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var times = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[sizeof(long)];
        long total = 0;
        foreach (var file in files)
        {
            var entry = new FileInfo(Path.Combine(root, file));
            content.AppendData(Encoding.UTF8.GetBytes(file + "\n"));
            BinaryPrimitives.WriteInt64LittleEndian(number, entry.Length);
            content.AppendData(number);
            BinaryPrimitives.WriteInt64LittleEndian(number, entry.LastWriteTimeUtc.Ticks);
            times.AppendData(number);
            total += entry.Length;
        }

        var step = total <= WholeUpTo ? 1 : Math.Max(1, (files.Count + SampleSize - 1) / SampleSize);
        long read = 0;
        for (var i = 0; i < files.Count; i += step, read++)
        {
            content.AppendData(SHA256.HashData(File.ReadAllBytes(Path.Combine(root, files[i]))));
        }

        return new FolderFingerprint
        {
            Sha256 = Convert.ToHexStringLower(content.GetHashAndReset()),
            Times = Convert.ToHexStringLower(times.GetHashAndReset()),
            Files = files.Count,
            FilesRead = read,
        };
    }
}
