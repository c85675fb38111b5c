using Gan.Net.Build.Tests.Support;

namespace Gan.Net.Build.Tests;

/// <summary>Files that are damaged or made to mislead: no exception, no endless walk, no byte changed that is no flag.</summary>
public sealed class HostileElfTests
{
    private const string Version = "GLIBCXX_3.4.32";
    private const string NotElf = "it is not an ELF file";
    private const string OtherElf = "it is not a 64-bit little-endian ELF file";
    private const string NoSections = "its section table is missing or runs past the file";
    private const string NoStrings = "its version needs have no string table";
    private const string PastFile = "its version needs or their string table run past the file";
    private const string Overlaps = "its version needs overlap another table";
    private const string Damaged = "its version needs are damaged";

    private static readonly ElfFile _elf = new();

    private static readonly Dictionary<string, (Action<byte[]> Change, string Reason)> _attacks = new()
    {
        ["other magic"] = (file => file[3] = (byte)'G', NotElf),
        ["32 bits"] = (file => file[4] = 1, OtherElf),
        ["big-endian"] = (file => file[5] = 2, OtherElf),
        ["no sections"] = (file => ElfFile.Put(file, 60, (ushort)0), NoSections),
        ["65535 sections"] = (file => ElfFile.Put(file, 60, (ushort)65535), NoSections),
        ["small section headers"] = (file => ElfFile.Put(file, 58, (ushort)40), NoSections),
        ["sections just past the file"] = (file => ElfFile.Put(file, 40, (ulong)_elf.Sections + 1), NoSections),
        ["sections far past the file"] = (file => ElfFile.Put(file, 40, ulong.MaxValue), NoSections),
        ["sections at a negative place"] = (file => ElfFile.Put(file, 40, 0x8000_0000_0000_0000), NoSections),
        ["sections that wrap around"] = (file => ElfFile.Put(file, 40, ulong.MaxValue - 127), NoSections),
        ["string table of no section"] = (file => ElfFile.Put(file, _elf.NeedsHeader + 40, 3u), NoStrings),
        ["string table of a wild section"] = (file => ElfFile.Put(file, _elf.NeedsHeader + 40, uint.MaxValue), NoStrings),
        ["string table of another type"] = (file => ElfFile.Put(file, _elf.NeedsHeader + 40, 2u), NoStrings),
        ["needs past the file"] = (file => ElfFile.Put(file, _elf.NeedsHeader + 24, ulong.MaxValue), PastFile),
        ["needs longer than the file"] = (file => ElfFile.Put(file, _elf.NeedsHeader + 32, ulong.MaxValue), PastFile),
        ["strings past the file"] = (file => ElfFile.Put(file, _elf.StringsHeader + 24, 0x7fff_ffff_ffff_ffff), PastFile),
        ["strings longer than the file"] = (file => ElfFile.Put(file, _elf.StringsHeader + 32, (ulong)file.Length), PastFile),
        ["needs over the ELF header"] = (file => ElfFile.Put(file, _elf.NeedsHeader + 24, 0ul), Overlaps),
        ["needs over the strings"] = (file => ElfFile.Put(file, _elf.NeedsHeader + 24, (ulong)_elf.NeedsStart - 16), Overlaps),
        ["needs over the sections"] = (file => ElfFile.Put(file, _elf.NeedsHeader + 24, (ulong)_elf.NeedsStart + 16), Overlaps),
        ["strings over the needs"] = (file => ElfFile.Put(file, _elf.StringsHeader + 24, (ulong)_elf.NeedsStart), Overlaps),
        ["two tables of needs"] = (file => ElfFile.Put(file, _elf.Sections + 4, 0x6ffffffe), "its version needs have no string table"),
        ["two sound tables of needs"] = (file => file.AsSpan(_elf.NeedsHeader, 64).CopyTo(file.AsSpan(_elf.Sections)), "it has two tables of version needs"),
        ["65535 libraries"] = (file => ElfFile.Put(file, _elf.NeedsHeader + 44, 65535u), Damaged),
        ["four thousand million libraries"] = (file => ElfFile.Put(file, _elf.NeedsHeader + 44, uint.MaxValue), Damaged),
        ["65535 versions"] = (file => ElfFile.Put(file, _elf.Library(0) + 2, (ushort)65535), Damaged),
        ["unknown form of entry"] = (file => ElfFile.Put(file, _elf.Library(0), (ushort)2), Damaged),
        ["first version far away"] = (file => ElfFile.Put(file, _elf.Library(0) + 8, uint.MaxValue), Damaged),
        ["first version is the library"] = (file => ElfFile.Put(file, _elf.Library(0) + 8, 0u), Damaged),
        ["next version is the same"] = (file => ElfFile.Put(file, _elf.Version(0, 0) + 12, 0u), Damaged),
        ["next version is far away"] = (file => ElfFile.Put(file, _elf.Version(0, 0) + 12, uint.MaxValue - 15), Damaged),
        ["next version between two entries"] = (file => ElfFile.Put(file, _elf.Version(0, 1) + 12, 8u), Damaged),
        ["next library is the same"] = (file => ElfFile.Put(file, _elf.Library(0) + 12, 0u), Damaged),
        ["next library is a version"] = (file => ElfFile.Put(file, _elf.Library(0) + 12, 16u), Damaged),
        ["next library is far away"] = (file => ElfFile.Put(file, _elf.Library(0) + 12, uint.MaxValue - 15), Damaged),
        ["two libraries share versions"] = (file => ElfFile.Put(file, _elf.Library(0) + 8, (uint)(_elf.Version(1, 0) - _elf.Library(0))), Damaged),
        ["name just past the strings"] = (file => ElfFile.Put(file, _elf.Version(0, 0) + 8, 57u), Damaged),
        ["name far past the strings"] = (file => ElfFile.Put(file, _elf.Version(1, 0) + 8, uint.MaxValue), Damaged),
    };

    public static TheoryData<string> Attacks => [.. _attacks.Keys];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Mark_HostileFile_IsNotUnderstood(string attack)
    {
        var file = _elf.ToBytes();
        _attacks[attack].Change(file);
        var before = file.ToArray();

        var result = WeakVersion.Mark(file, Version, out var reason);

        Assert.Equal((WeakVersionResult.NotUnderstood, _attacks[attack].Reason), (result, reason));
        Assert.Equal(before, file);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Mark_TruncatedAnywhere_IsNotUnderstood(bool sectionsFirst)
    {
        var whole = new ElfFile { SectionsFirst = sectionsFirst }.ToBytes();
        for (var length = 0; length < whole.Length; length++)
        {
            var file = whole[..length];

            Assert.Equal(WeakVersionResult.NotUnderstood, WeakVersion.Mark(file, Version, out var reason));
            Assert.NotEmpty(reason);
            Assert.Equal(whole[..length], file);
        }
    }

    [Fact]
    public void Mark_AnyByteOfAnyValue_ChangesAtMostTheFlag()
    {
        var whole = _elf.ToBytes();
        for (var at = 0; at < whole.Length; at++)
        {
            for (var value = 0; value < 256; value++)
            {
                var file = whole.ToArray();
                file[at] = (byte)value;
                AssertOnlyFlagsChange(file);
            }
        }
    }

    [Fact]
    public void Mark_HundredThousandMutants_ChangeAtMostFlags()
    {
        var whole = _elf.ToBytes();
        var random = new Random(1);
        byte[] values = [0, 1, 2, 16, 0x7f, 0x80, 0xfe, 0xff];
        for (var i = 0; i < 100_000; i++)
        {
            var file = whole[..(i % 4 == 0 ? random.Next(whole.Length) : whole.Length)];
            for (var change = random.Next(1, 9); change > 0 && file.Length > 0; change--)
            {
                file[random.Next(file.Length)] = values[random.Next(values.Length)];
            }

            AssertOnlyFlagsChange(file);
        }
    }

    [Fact]
    public void Mark_LibrariesThatShareAllVersions_EndsAtTheSecond()
    {
        // A walk that visits entries again would take three thousand million steps.
        const int Count = 60_000;
        var elf = new ElfFile { Needs = [.. Enumerable.Repeat<IReadOnlyList<string>>([], 2 * Count)] };
        var file = elf.ToBytes();
        var start = elf.NeedsStart;
        for (var library = 0; library < Count; library++)
        {
            var at = start + (library * 16);
            ElfFile.Put(file, at + 2, (ushort)Count);
            ElfFile.Put(file, at + 8, (uint)((Count - library) * 16));
        }

        for (var version = Count; version < 2 * Count; version++)
        {
            ElfFile.Put(file, start + (version * 16) + 8, 0u);
        }

        Assert.Equal(WeakVersionResult.NotUnderstood, WeakVersion.Mark(file, Version, out var reason));
        Assert.Equal(Damaged, reason);
    }

    private static void AssertOnlyFlagsChange(byte[] file)
    {
        var before = file.ToArray();
        var result = WeakVersion.Mark(file, Version, out var reason);
        var changed = Enumerable.Range(0, file.Length).Where(at => file[at] != before[at]).ToList();

        Assert.Equal(result == WeakVersionResult.NotUnderstood, reason.Length > 0);
        Assert.Equal(result == WeakVersionResult.Marked, changed.Count > 0);
        Assert.All(changed, at =>
        {
            Assert.Equal(2, file[at] ^ before[at]);
            Assert.Equal(4, (at - _elf.NeedsStart) % 16);
            Assert.InRange(at, _elf.NeedsStart, _elf.Sections - 1);
        });
    }
}
