using System.Buffers.Binary;
using System.Text;

namespace Gan.Net.Build.Tests.Support;

/// <summary>A small ELF library in memory: a header, one string table, one table of version needs, three section headers.</summary>
internal sealed record ElfFile
{
    private const int HeaderSize = 64;
    private const int SectionSize = 64;
    private const int EntrySize = 16;

    /// <summary>The versions asked of each library. Default: the version in question between two others, and a second library.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Needs { get; init; } = [["GLIBCXX_3.4.30", "GLIBCXX_3.4.32", "CXXABI_1.3"], ["GLIBC_2.34"]];

    /// <summary>The versions' flags.</summary>
    public byte Flags { get; init; }

    /// <summary>Whether the section headers follow the ELF header. Default: they end the file, as a linker writes them.</summary>
    public bool SectionsFirst { get; init; }

    /// <summary>Bytes taken off the string table's end. Default: none.</summary>
    public int ShorterStrings { get; init; }

    public int Strings => SectionsFirst ? HeaderSize + (3 * SectionSize) : HeaderSize;

    public int NeedsStart => Strings + ((StringTable().Length + 15) / EntrySize * EntrySize);

    public int Sections => SectionsFirst ? HeaderSize : NeedsStart + NeedsSize;

    public int StringsHeader => Sections + SectionSize;

    public int NeedsHeader => Sections + (2 * SectionSize);

    private int NeedsSize => Needs.Sum(versions => versions.Count + 1) * EntrySize;

    /// <summary>Where the entry of one library begins.</summary>
    public int Library(int library) => NeedsStart + (Needs.Take(library).Sum(versions => versions.Count + 1) * EntrySize);

    /// <summary>Where the entry of one version begins.</summary>
    public int Version(int library, int version) => Library(library) + ((version + 1) * EntrySize);

    public byte[] ToBytes()
    {
        var file = new byte[SectionsFirst ? NeedsStart + NeedsSize : Sections + (3 * SectionSize)];
        "\u007fELF\u0002\u0001\u0001"u8.CopyTo(file);
        Put(file, 40, (ulong)Sections);
        Put(file, 58, (ushort)SectionSize);
        Put(file, 60, (ushort)3);
        StringTable().CopyTo(file, Strings);
        PutSection(file, StringsHeader, 3, Strings, StringTable().Length - ShorterStrings);
        PutSection(file, NeedsHeader, 0x6ffffffe, NeedsStart, NeedsSize);
        Put(file, NeedsHeader + 40, 1u);
        Put(file, NeedsHeader + 44, (uint)Needs.Count);
        var at = NeedsStart;
        foreach (var versions in Needs)
        {
            at = PutLibrary(file, at, versions);
        }

        // The last library is followed by none.
        Put(file, at - ((Needs[^1].Count + 1) * EntrySize) + 12, 0u);

        return file;
    }

    public static void Put(byte[] file, int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), value);

    public static void Put(byte[] file, int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);

    public static void Put(byte[] file, int at, ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(at), value);

    private static void PutSection(byte[] file, int header, uint type, int start, int size)
    {
        Put(file, header + 4, type);
        Put(file, header + 24, (ulong)start);
        Put(file, header + 32, (ulong)size);
    }

    private int PutLibrary(byte[] file, int at, IReadOnlyList<string> versions)
    {
        Put(file, at, (ushort)1);
        Put(file, at + 2, (ushort)versions.Count);
        Put(file, at + 8, (uint)EntrySize);
        Put(file, at + 12, (uint)((versions.Count + 1) * EntrySize));
        for (var version = 0; version < versions.Count; version++)
        {
            var entry = at + ((version + 1) * EntrySize);
            file[entry + 4] = Flags;
            Put(file, entry + 8, (uint)NameOffset(versions[version]));
            Put(file, entry + 12, version + 1 < versions.Count ? (uint)EntrySize : 0u);
        }

        return at + ((versions.Count + 1) * EntrySize);
    }

    private byte[] StringTable() => Encoding.ASCII.GetBytes("\0" + string.Join('\0', Needs.SelectMany(versions => versions)) + "\0");

    private int NameOffset(string name) => Encoding.ASCII.GetString(StringTable()).IndexOf("\0" + name + "\0", StringComparison.Ordinal) + 1;
}
