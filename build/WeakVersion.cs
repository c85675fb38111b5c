#nullable enable
using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Microsoft.Build.Framework;

namespace Gan.Net.Build;

/// <summary>
/// The build task of <c>OldCppRuntime.targets</c>: writes a copy of a native library that requires <see cref="Version"/> only where it is found.
/// A file that is not understood is copied as it is, with one message. The source is never written to.
/// </summary>
/// <remarks>MSBuild compiles this file by itself, against .NET Standard 2.0.</remarks>
public sealed class MarkWeakVersion : ITask
{
    /// <summary>The build that runs the task.</summary>
    public IBuildEngine? BuildEngine { get; set; }

    /// <summary>The object the build attached to the task. Unused.</summary>
    public ITaskHost? HostObject { get; set; }

    /// <summary>Path of the library.</summary>
    [Required]
    public string Source { get; set; } = string.Empty;

    /// <summary>Path of the copy. Its folder is made.</summary>
    [Required]
    public string Destination { get; set; } = string.Empty;

    /// <summary>The symbol version's name, such as <c>GLIBCXX_3.4.32</c>.</summary>
    [Required]
    public string Version { get; set; } = string.Empty;

    /// <summary>Writes the copy.</summary>
    /// <returns>Always true; a file that cannot be read or written throws.</returns>
    public bool Execute()
    {
        var file = File.ReadAllBytes(Source);
        var result = WeakVersion.Mark(file, Version, out var reason);
        if (result == WeakVersionResult.NotUnderstood)
        {
            Say(MessageImportance.High, $"Gan.Net leaves {Source} as it is: {reason}.");
        }
        else
        {
            Say(MessageImportance.Low, $"Gan.Net: {Version} in {Source}: {result}.");
        }

        Replace(file);
        return true;
    }

    /// <summary>Other builds may read or write the same copy, so it appears whole and under a new file: linked copies of an older one stay as they are.</summary>
    private void Replace(byte[] file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(Destination))!;
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, Guid.NewGuid().ToString("N") + ".tmp");
        File.WriteAllBytes(temporary, file);
        try
        {
            File.Move(temporary, Destination);
        }
        catch (IOException) when (File.Exists(Destination))
        {
            File.Replace(temporary, Destination, null);
        }
    }

    private void Say(MessageImportance importance, string text) =>
        BuildEngine?.LogMessageEvent(new BuildMessageEventArgs(text, string.Empty, nameof(MarkWeakVersion), importance));
}

/// <summary>What <see cref="WeakVersion.Mark"/> found.</summary>
internal enum WeakVersionResult
{
    /// <summary>The version was required and is optional now.</summary>
    Marked,

    /// <summary>The version was optional before.</summary>
    AlreadyWeak,

    /// <summary>The file does not ask for the version.</summary>
    NotAsked,

    /// <summary>The file is no library that this code can read.</summary>
    NotUnderstood,
}

/// <summary>
/// Makes a symbol version that an ELF library requires an optional one: sets <c>VER_FLG_WEAK</c> in its entry of <c>.gnu.version_r</c>.
/// Reads 64-bit little-endian files and trusts no number in them.
/// </summary>
internal sealed class WeakVersion
{
    private const int HeaderSize = 64;
    private const int SectionSize = 64;
    private const int EntrySize = 16;
    private const uint StringTable = 3;
    private const uint VersionNeeds = 0x6ffffffe;
    private const byte WeakFlag = 2;

    private readonly byte[] _file;
    private readonly byte[] _version;
    private readonly List<long> _flags = new List<long>();
    private readonly HashSet<long> _seen = new HashSet<long>();
    private long _sections;
    private int _sectionCount;
    private bool _hasNeeds;

    private WeakVersion(byte[] file, string version)
    {
        _file = file;
        _version = Encoding.ASCII.GetBytes(version);
    }

    /// <summary>Marks every need of <paramref name="version"/> in <paramref name="file"/>, in place. Changes all of them or, on any doubt, nothing.</summary>
    /// <param name="file">The whole library.</param>
    /// <param name="version">The version's name, such as <c>GLIBCXX_3.4.32</c>.</param>
    /// <param name="reason">Why the file is not understood, else empty.</param>
    public static WeakVersionResult Mark(byte[] file, string version, out string reason)
    {
        var reader = new WeakVersion(file, version);
        reason = reader.ReadHeader();
        for (var i = 0; reason.Length == 0 && i < reader._sectionCount; i++)
        {
            reason = reader.ReadSection(i);
        }

        return reason.Length > 0 ? WeakVersionResult.NotUnderstood : reader.SetFlags();
    }

    private WeakVersionResult SetFlags()
    {
        var result = _flags.Count == 0 ? WeakVersionResult.NotAsked : WeakVersionResult.AlreadyWeak;
        foreach (var at in _flags)
        {
            if ((_file[at] & WeakFlag) == 0)
            {
                _file[at] |= WeakFlag;
                result = WeakVersionResult.Marked;
            }
        }

        return result;
    }

    private string ReadHeader()
    {
        if (_file.Length < HeaderSize || _file[0] != 0x7f || _file[1] != 'E' || _file[2] != 'L' || _file[3] != 'F')
        {
            return "it is not an ELF file";
        }

        if (_file[4] != 2 || _file[5] != 1)
        {
            return "it is not a 64-bit little-endian ELF file";
        }

        var table = Long(40);
        _sectionCount = Short(60);
        if (_sectionCount == 0 || Short(58) != SectionSize || !Fits(table, (ulong)_sectionCount * SectionSize))
        {
            return "its section table is missing or runs past the file";
        }

        _sections = (long)table;
        return string.Empty;
    }

    private string ReadSection(int index)
    {
        var header = Header(index);
        if (Int(header + 4) != VersionNeeds)
        {
            return string.Empty;
        }

        if (_hasNeeds)
        {
            return "it has two tables of version needs";
        }

        _hasNeeds = true;
        var link = Int(header + 40);
        if (link >= _sectionCount || Int(Header(link) + 4) != StringTable)
        {
            return "its version needs have no string table";
        }

        if (!TryRange(header, out var needs, out var needsEnd) || !TryRange(Header(link), out var strings, out var stringsEnd))
        {
            return "its version needs or their string table run past the file";
        }

        if (Overlap(needs, needsEnd, 0, HeaderSize) || Overlap(needs, needsEnd, strings, stringsEnd)
            || Overlap(needs, needsEnd, _sections, _sections + ((long)_sectionCount * SectionSize)))
        {
            return "its version needs overlap another table";
        }

        return ReadLibraries(needs, needsEnd, strings, stringsEnd, Int(header + 44));
    }

    /// <summary>Walks the libraries and the versions asked of each. No entry is visited twice, so that a walk ends.</summary>
    private string ReadLibraries(long start, long end, long strings, long stringsEnd, long count)
    {
        var at = start;
        for (long library = 0; library < count; library++)
        {
            if (!Visit(at, start, end) || Short(at) != 1)
            {
                return "its version needs are damaged";
            }

            var version = at + Int(at + 8);
            for (var left = Short(at + 2); left > 0; left--)
            {
                if (!Visit(version, start, end) || strings + Int(version + 8) >= stringsEnd)
                {
                    return "its version needs are damaged";
                }

                if (IsVersion(strings + Int(version + 8), stringsEnd))
                {
                    _flags.Add(version + 4);
                }

                version += Int(version + 12);
            }

            at += Int(at + 12);
        }

        return string.Empty;
    }

    private bool Visit(long at, long start, long end) => at + EntrySize <= end && (at - start) % EntrySize == 0 && _seen.Add(at);

    private bool IsVersion(long at, long end)
    {
        if (at + _version.Length >= end || _file[at + _version.Length] != 0)
        {
            return false;
        }

        for (var i = 0; i < _version.Length; i++)
        {
            if (_file[at + i] != _version[i])
            {
                return false;
            }
        }

        return true;
    }

    private bool TryRange(long header, out long start, out long end)
    {
        var fits = Fits(Long(header + 24), Long(header + 32));
        start = fits ? (long)Long(header + 24) : 0;
        end = fits ? start + (long)Long(header + 32) : 0;
        return fits;
    }

    private static bool Overlap(long start, long end, long otherStart, long otherEnd) => start < otherEnd && otherStart < end;

    private bool Fits(ulong start, ulong size) => start <= (ulong)_file.Length && size <= (ulong)_file.Length - start;

    private long Header(long index) => _sections + (index * SectionSize);

    private int Short(long at) => _file[at] | (_file[at + 1] << 8);

    private uint Int(long at) => (uint)Short(at) | ((uint)Short(at + 2) << 16);

    private ulong Long(long at) => Int(at) | ((ulong)Int(at + 4) << 32);
}
