using System.IO.Compression;
using Gan.Net.Data.Tests.Support;
using Gan.Net.IO;
using static TorchSharp.torch;

namespace Gan.Net.Data.Tests;

public sealed class CifarFileTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_RealFolder_HasTenThousandPictures()
    {
        using var set = CifarFile.Read(Path.GetDirectoryName(SharedData.At("data/cifar10/data_batch_1.bin.gz"))!);
        Assert.Equal((10_000L, 10), (set.Count, set.Classes));
        Assert.Equal([3L, 32, 32], set.SampleShape);
        using var batch = set.Gather([.. Enumerable.Range(0, 10_000).Select(i => (long)i)], CPU);
        Assert.All(batch.Condition!.data<long>().ToArray().CountBy(label => label), pair => Assert.InRange(pair.Value, 900, 1100));
    }

    [Fact]
    public void Read_OneFile_HasPlanesAndLabel()
    {
        using var set = CifarFile.Read(_folder.File("x.bin", [.. Record(3, 10), .. Record(9, 20)]));
        using var batch = set.Gather([1, 0], CPU);
        Assert.Equal([9L, 3], batch.Condition!.data<long>().ToArray());
        Assert.Equal([2, 3, 32, 32], batch.Samples.shape);

        // Plane c of a record holds the byte first + c everywhere but for its last pixel, 200 + c.
        Assert.Equal(21 / 127.5f - 1, batch.Samples[0, 1, 5, 5].item<float>(), 1e-6f);
        Assert.Equal(202 / 127.5f - 1, batch.Samples[1, 2, 31, 31].item<float>(), 1e-6f);
    }

    [Fact]
    public void Read_Folder_TakesBatchesInOrderAndEachOnce()
    {
        _folder.File("data_batch_2.bin", Record(2, 0));
        _folder.File("data_batch_1.bin", Record(1, 0));
        _folder.File("data_batch_1.bin.gz", Packed(Record(5, 0)));
        _folder.File("data_batch_3.bin.gz", Packed(Record(3, 0)));
        _folder.File("test_batch.bin", Record(9, 0));
        using var set = CifarFile.Read(_folder.Path);
        using var batch = set.Gather([0, 1, 2], CPU);
        Assert.Equal(3, set.Count);
        Assert.Equal([1L, 2, 3], batch.Condition!.data<long>().ToArray());
    }

    [Fact]
    public void Read_SecondDownloadBesideTheFirst_LeavesItOutAndSaysSo()
    {
        _folder.File("data_batch_1.bin", Record(1, 0));
        _folder.File("data_batch_1 (1).bin", Record(1, 0));
        _folder.File("data_batch_2.bin", Record(2, 0));

        using var set = CifarFile.Read(_folder.Path);

        Assert.Equal(2, set.Count);
        Assert.Equal(
            [
                "Read from 2 files: data_batch_1.bin, data_batch_2.bin.",
                "'data_batch_1 (1).bin' is the same as 'data_batch_1.bin', byte for byte, and was left out. Delete it if it is a second download.",
            ],
            set.Remarks);
    }

    [Fact]
    public void Read_FolderOfTheArchiveInside_IsFound()
    {
        _folder.File("cifar-10-batches-bin/data_batch_1.bin", Record(7, 0));

        using var set = CifarFile.Read(_folder.Path);

        Assert.Equal(1, set.Count);
    }

    [Theory]
    [InlineData("data_batch_1", "")]
    [InlineData("cifar-10-batches-py/data_batch_1", "")]
    [InlineData("data_batch_1", "data_batch_1")]
    [InlineData("renamed.bin", "renamed.bin")]
    public void Read_PicklesOfPython_AreNamedForWhatTheyAre(string name, string given)
    {
        var file = _folder.File(name, [0x80, 2, (byte)'}', .. new byte[3070]]);

        Assert.Equal(
            $"{file}, offset 0: This is a pickle of the archive for Python, which runs code when it is read, and is not read here. Take the binary version of the set (cifar-10-binary.tar.gz, cifar-100-binary.tar.gz).",
            Assert.Throws<DataFormatException>(() => CifarFile.Read(given.Length == 0 ? _folder.Path : _folder.File(given))).Message);
    }

    [Fact]
    public void Read_PackedArchive_SaysToUnpackIt()
    {
        var file = _folder.File("cifar-10-binary.tar.gz", Packed(Record(1, 0)));

        foreach (var given in (string[])[_folder.Path, file])
        {
            Assert.Equal($"{file}, offset 0: This is a packed archive. Unpack it, and give the folder it makes.", Assert.Throws<DataFormatException>(() => CifarFile.Read(given)).Message);
        }
    }

    [Fact]
    public void Read_TwoPackedMembers_AreOneFile()
    {
        using var set = CifarFile.Read(_folder.File("x.bin.gz", [.. Packed(Record(3, 0)), .. Packed(Record(4, 0))]));
        using var batch = set.Gather([0, 1], CPU);

        Assert.Equal([3L, 4], batch.Condition!.data<long>().ToArray());
    }

    [Fact]
    public void Read_Cifar100_HasFineOrCoarseLabels()
    {
        _folder.File("cifar-100-binary/train.bin", [4, .. Record(77, 0)]);
        using var fine = Cifar100File.Read(_folder.Path);
        using var coarse = Cifar100File.Read(_folder.Path, Cifar100Labels.Coarse);

        Assert.Equal((1L, 100, 20), (fine.Count, fine.Classes, coarse.Classes));
        Assert.Equal([77L], fine.Summary.LabelCounts!.Keys);
        Assert.Equal([4L], coarse.Summary.LabelCounts!.Keys);
    }

    [Fact]
    public void Read_LabelTen_NamesFileAndOffset()
    {
        var path = _folder.File("x.bin", [.. Record(3, 0), .. Record(10, 0)]);
        var error = Assert.Throws<DataFormatException>(() => CifarFile.Read(path));
        Assert.Equal($"{path}, offset 3073: The label is 10; there are 0 to 9.", error.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3072)]
    [InlineData(3074)]
    [InlineData(6145)]
    public void Read_NoWholeNumberOfPictures_IsRefused(int length)
    {
        var path = _folder.File("x.bin", new byte[length]);
        var refusal = Hostile.Refused(() => CifarFile.Read(path));
        Assert.Equal($"{path}, offset 0: The content has {length} bytes; pictures take 3073 each.", refusal.Message);
    }

    [Fact]
    public void Read_EveryTruncationOfAPackedFile_IsRefused()
    {
        foreach (var file in Hostile.Truncations(Packed(Record(3, 1))))
        {
            var path = _folder.File("x.bin.gz", file);
            Hostile.Refused(() => CifarFile.Read(path));
        }
    }

    [Fact]
    public void Read_NothingThere_SaysSo()
    {
        var folder = Assert.Throws<FileNotFoundException>(() => CifarFile.Read(_folder.Path));
        Assert.Equal($"The folder '{_folder.Path}' has no data_batch_*.bin or data_batch_*.bin.gz.", folder.Message);
        var file = Assert.Throws<FileNotFoundException>(() => CifarFile.Read(_folder.File("none")));
        Assert.Equal($"There is no file or folder '{_folder.File("none")}'.", file.Message);
    }

    private static byte[] Record(byte label, byte first)
    {
        var record = new byte[3073];
        record[0] = label;
        for (var plane = 0; plane < 3; plane++)
        {
            record.AsSpan(1 + plane * 1024, 1024).Fill((byte)(first + plane));
            record[plane * 1024 + 1024] = (byte)(200 + plane);
        }

        return record;
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
