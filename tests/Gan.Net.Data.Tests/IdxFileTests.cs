using System.IO.Compression;
using Gan.Net.IO;
using static TorchSharp.torch;

namespace Gan.Net.Data.Tests;

public sealed class IdxFileTests : IDisposable
{
    private static readonly byte[] Small = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255];

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_SoundFile_HasShapeAndBytes(bool packed)
    {
        var array = IdxFile.Read(_folder.File("x", packed ? Packed(Small) : Small));
        Assert.Equal([2, 2, 3], array.Shape);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255], array.Content.ToArray());
    }

    [Fact]
    public void ReadSamples_ChannelsLast_NamesFileAndRemedy()
    {
        IdxFile.Write(_folder.File("faces.idx"), new IdxArray([40, 32, 32, 3], new byte[40 * 32 * 32 * 3]));

        Assert.Equal(
            $"{_folder.File("faces.idx")}, offset 4: The array is [40, 32, 32, 3], which looks like channels last: [N, height, width, channels]. "
            + "Images are [N, channels, height, width]; in NumPy, images.transpose(0, 3, 1, 2) makes them so.",
            Assert.Throws<DataFormatException>(() => IdxFile.ReadSamples(_folder.File("faces.idx"))).Message);
    }

    [Fact]
    public void ReadSamples_TwoGzipMembers_AreOneFile()
    {
        using var set = IdxFile.ReadSamples(_folder.File("x.idx.gz", [.. Packed(Small[..18]), .. Packed(Small[18..])]));

        Assert.Equal(2, set.Count);
        Assert.Equal(1, set.Summary.Range!.Value.Highest, 1e-6);
    }

    [Fact]
    public void Write_Array_HasTheFormatsBytes()
    {
        IdxFile.Write(_folder.File("x.idx"), new IdxArray([2, 2, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255]));
        Assert.Equal(Small, File.ReadAllBytes(_folder.File("x.idx")));
    }

    [Fact]
    public void Write_GzName_IsPackedAndReadsBack()
    {
        var path = _folder.File("x.idx.gz");
        IdxFile.Write(path, new IdxArray([2, 2, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 255]));
        Assert.Equal([0x1F, 0x8B], File.ReadAllBytes(path)[..2]);
        using var unpacked = new MemoryStream();
        using (var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress))
        {
            gzip.CopyTo(unpacked);
        }

        Assert.Equal(Small, unpacked.ToArray());
        Assert.Equal([2, 2, 3], IdxFile.Read(path).Shape);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_EveryTruncation_IsRefused(bool packed) =>
        Assert.All(Hostile.Truncations(packed ? Packed(Small) : Small), file => Hostile.Refused(() => Read(file)));

    [Fact]
    public void Read_GzipWithAnyBitFlipped_NeverYieldsOtherBytes()
    {
        foreach (var file in Hostile.BitFlips(Packed(Small)))
        {
            Hostile.ReadOrRefused(() => Assert.Equal(Small[16..], Read(file).Content.ToArray()));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_Mutants_ThrowNothingElse(bool packed)
    {
        foreach (var mutant in Hostile.Mutants(packed ? Packed(Small) : Small, 50_000))
        {
            Hostile.ReadOrRefused(() => Read(mutant));
        }
    }

    [Theory]
    [InlineData("01000801 00000001 07", 4, "The file begins with 01000801; an IDX file begins with two zero bytes.")]
    [InlineData("00000D01 00000001 07", 4, "The elements have the type 0x0D; only unsigned bytes (0x08) are read.")]
    [InlineData("00000800 00000001 07", 4, "The array has 0 dimensions; 1 to 8 are read.")]
    [InlineData("000008FF 00000001 07", 4, "The array has 255 dimensions; 1 to 8 are read.")]
    [InlineData("00000801 FFFFFFFF 07", 8, "A size of 4294967295 is too large.")]
    [InlineData("00000802 7FFFFFFF 7FFFFFFF", 12, "An array [2147483647, 2147483647] is too large.")]
    [InlineData("00000801 7FFFFF00 07", 8, "The header promises a file of 2147483400 bytes; it has 9.")]
    [InlineData("00000801 00000001", 8, "The header promises a file of 9 bytes; it has 8.")]
    [InlineData("00000801 00000001 07 08", 8, "The header promises a file of 9 bytes; it has 10.")]
    [InlineData("00000802 00000001", 8, "The file ends here; 4 more bytes were expected.")]
    public void Read_FileThatBreaksARule_IsRefused(string hex, long offset, string problem)
    {
        var file = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        var refusal = Hostile.Refused(() => Read(file));
        Assert.Equal($"test.idx, offset {offset}: {problem}", refusal.Message);
        Assert.Equal(offset, refusal.Offset);
    }

    [Fact]
    public void Read_GzipThatClaimsTwoGigabytes_IsRefusedBeforeAllocating()
    {
        var file = Packed([0, 0, 8, 1, 0x7F, 0xFF, 0xFF, 0x00, 1, 2, 3]);
        BitConverter.GetBytes(0x7FFF_FF08).CopyTo(file, file.Length - 4);
        Hostile.Refused(() => Read(file));
    }

    [Fact]
    public void ReadSamples_ImagesAndLabels_AreOneSet()
    {
        var images = _folder.File("images", Small);
        var labels = _folder.File("labels", [0, 0, 8, 1, 0, 0, 0, 2, 7, 3]);
        using var set = IdxFile.ReadSamples(images, labels);
        Assert.Equal((2L, 8), (set.Count, set.Classes));
        Assert.Equal([1L, 2, 3], set.SampleShape);
        using var batch = set.Gather([1], CPU);
        Assert.Equal([1, 1, 2, 3], batch.Samples.shape);
        Assert.Equal(1f, batch.Samples[0, 0, 1, 2].item<float>());
        Assert.Equal(7 / 127.5f - 1, batch.Samples[0, 0, 0, 0].item<float>(), 1e-6f);
        Assert.Equal(3, batch.Condition!.item<long>());
    }

    [Fact]
    public void ReadSamples_OneLabelTooMany_NamesTheLabelFile()
    {
        var images = _folder.File("images", Small);
        var labels = _folder.File("labels", [0, 0, 8, 1, 0, 0, 0, 3, 7, 3, 1]);
        var error = Assert.Throws<DataFormatException>(() => IdxFile.ReadSamples(images, labels));
        Assert.Equal($"{labels}, offset 4: The array is [3]; expected [2], one label for each image.", error.Message);
    }

    [Fact]
    public void ReadSamples_LabelsForImages_IsRefused()
    {
        var labels = _folder.File("labels", [0, 0, 8, 1, 0, 0, 0, 2, 7, 3]);
        var error = Assert.Throws<DataFormatException>(() => IdxFile.ReadSamples(labels));
        Assert.Equal($"{labels}, offset 4: The array is [2]; images are [N, height, width] or [N, channels, height, width], none of them 0.", error.Message);
    }

    [Theory]
    [InlineData("out.idx")]
    [InlineData("out.idx.gz")]
    public void Append_TensorsInPieces_ReadBack(string name)
    {
        using var scope = NewDisposeScope();
        var samples = linspace(-1, 1, 10 * 6).reshape(10, 1, 2, 3);
        using (var writer = new IdxWriter(_folder.File(name), 10, 2, 3))
        {
            writer.Append(samples.narrow(0, 0, 7));
            writer.Append(samples.narrow(0, 7, 3));
            Assert.False(File.Exists(_folder.File(name)));
            writer.Commit();
        }

        var array = IdxFile.Read(_folder.File(name));
        Assert.Equal([10, 2, 3], array.Shape);
        Assert.Equal(Enumerable.Range(0, 60).Select(i => (byte)Math.Round(255 * i / 59.0, MidpointRounding.ToEven)), array.Content.ToArray());
    }

    [Theory]
    [InlineData("out.idx")]
    [InlineData("out.idx.gz")]
    public void Dispose_WithoutCommit_LeavesNoFile(string name)
    {
        using (var writer = new IdxWriter(_folder.File(name), 2, 2))
        {
            writer.Append([1, 2, 3]);
            Assert.Equal("3 bytes were appended; [2, 2] takes 4.", Assert.Throws<InvalidOperationException>(writer.Commit).Message);
        }

        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Append_TooMuch_Throws()
    {
        using var writer = new IdxWriter(_folder.File("x"), 2, 2);
        writer.Append([1, 2, 3]);
        var error = Assert.Throws<ArgumentException>(() => writer.Append([4, 5]));
        Assert.StartsWith("3 of 4 bytes are written; 2 more do not fit into [2, 2].", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Append_SamplesOfAnotherSize_Throws()
    {
        using var scope = NewDisposeScope();
        using var writer = new IdxWriter(_folder.File("x"), 2, 2, 2);
        var error = Assert.Throws<ArgumentException>(() => writer.Append(zeros(2, 1, 2, 3)));
        Assert.StartsWith("The samples are [2, 1, 2, 3]; each must have 4 elements to fit into [2, 2, 2].", error.Message, StringComparison.Ordinal);
    }

    private static IdxArray Read(byte[] file)
    {
        using var reader = new ExactReader(new MemoryStream(file), "test.idx");
        return IdxFile.Read(reader);
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
