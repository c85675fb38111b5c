using System.IO.Compression;
using Gan.Net.IO;

namespace Gan.Net.Tests.IO;

public class ExactReaderTests
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 300).Select(i => (byte)(i * 7 % 50))];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_SoundFile_YieldsContent(bool packed) => Assert.Equal(Content, ReadAll(packed ? Packed(Content) : Content));

    // As bgzip, "pigz" in blocks and "cat a.gz b.gz" make them; the last member of bgzip is empty.
    [Theory]
    [InlineData(100, 200)]
    [InlineData(299, 1)]
    [InlineData(1, 299)]
    [InlineData(300, 0)]
    [InlineData(100, 100, 100)]
    public void Read_SeveralGzipMembers_YieldsTheContentOfAll(params int[] lengths)
    {
        var file = Members(lengths);

        Assert.Equal(Content, ReadAll(file));
        using var reader = new ExactReader(new MemoryStream(file), "file");
        Assert.Equal(Content.Length, reader.MeasureLength());
        reader.RequireLength(Content.Length);
        var content = new byte[Content.Length];
        reader.Read(content);
        reader.RequireEnd();
        Assert.Equal(Content, content);
    }

    [Fact]
    public void RequireLength_SeveralMembersWhenSomeIsRead_GoesOnFromThere()
    {
        using var reader = new ExactReader(new MemoryStream(Members(100, 200)), "file");
        var content = new byte[Content.Length];
        reader.Read(content.AsSpan(0, 50));
        reader.RequireLength(Content.Length);
        reader.Read(content.AsSpan(50));
        reader.RequireEnd();
        Assert.Equal(Content, content);
    }

    [Fact]
    public void Read_EveryTruncationOfSeveralMembers_IsRefused() =>
        Assert.All(Hostile.Truncations(Members(100, 200)), file => Hostile.Refused(() => ReadAll(file)));

    [Fact]
    public void Read_SeveralMembersWithEveryBitFlipped_NeverYieldsOtherContent()
    {
        foreach (var file in Hostile.BitFlips(Members(100, 200)))
        {
            Hostile.ReadOrRefused(() => Assert.Equal(Content, ReadAll(file)));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_EveryTruncation_IsRefused(bool packed) =>
        Assert.All(Hostile.Truncations(packed ? Packed(Content) : Content), file => Hostile.Refused(() => ReadAll(file)));

    [Fact]
    public void Read_GzipWithEveryBitFlipped_NeverYieldsOtherContent()
    {
        // Some bits of a gzip header mean nothing to the content (time, operating system).
        foreach (var file in Hostile.BitFlips(Packed(Content)))
        {
            Hostile.ReadOrRefused(() => Assert.Equal(Content, ReadAll(file)));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_ByteBehindTheEnd_IsRefused(bool packed)
    {
        byte[] file = packed ? [.. Packed(Content), 0] : [.. Content, 0];
        Hostile.Refused(() => ReadAll(file));
    }

    [Fact]
    public void RequireLength_GzipOfMoreThanItCanHold_IsRefused()
    {
        var file = Packed(Content);
        BitConverter.GetBytes(2_000_000_000).CopyTo(file, file.Length - 4);
        using var reader = new ExactReader(new MemoryStream(file), "x.gz");
        var refusal = Hostile.Refused(() => reader.RequireLength(2_000_000_000));
        Assert.Equal($"x.gz, offset 0: The header promises 2000000000 bytes; the gzip file of {file.Length} bytes says it holds 2000000000.", refusal.Message);
    }

    [Fact]
    public void Read_PastTheEnd_NamesFileAndOffset()
    {
        using var reader = new ExactReader(new MemoryStream([1, 2, 3]), "three.bin");
        reader.Read(new byte[2]);
        var refusal = Assert.Throws<DataFormatException>(() => reader.Read(new byte[4]));
        Assert.Equal("three.bin, offset 3: The file ends here; 3 more bytes were expected.", refusal.Message);
        Assert.Equal("three.bin", refusal.Path);
        Assert.Equal(3, refusal.Offset);
    }

    private static byte[] ReadAll(byte[] file)
    {
        using var reader = new ExactReader(new MemoryStream(file), "file");
        reader.RequireLength(Content.Length);
        var content = new byte[Content.Length];
        reader.Read(content);
        reader.RequireEnd();
        return content;
    }

    private static byte[] Members(params int[] lengths)
    {
        var start = 0;
        return [.. lengths.SelectMany(length => Packed(Content[start..(start += length)]))];
    }

    private static byte[] Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }
}
