using Gan.Net.Imaging;
using static TorchSharp.torch;

namespace Gan.Net.Data.Tests.Folders;

/// <summary>A folder behind a source: order, resuming, memory, threads; and by what it is known again.</summary>
public sealed class ImageFolderSourceTests : IDisposable
{
    private readonly FolderScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData(0L)]
    [InlineData(1L << 20)]
    public void GetBatch_AnySequenceOfCalls_GivesTheSameBatches(long cache)
    {
        _scene.Numbered(23);
        var options = new ImageFolderOptions { RandomFlip = true, CacheLimit = cache, Threads = 3 };
        using var forwards = Source(options);
        using var backwards = Source(options with { Threads = 1 });
        using var plain = new BatchSource(new Support.CountingSet(23), new BatchSourceOptions { BatchSize = 4, Seed = 5 });
        var expected = Enumerable.Range(0, 15).Select(index => Levels(forwards, index)).ToList();
        for (var index = 14; index >= 0; index--)
        {
            Assert.Equal(expected[index], Levels(backwards, index));
        }

        // The order is that of any other set of the same seed.
        Assert.Equal(expected[7], Numbers(plain, 7));
    }

    [Fact]
    public void GetBatch_Epoch_HasEachPictureOnce()
    {
        _scene.Numbered(20);
        using var source = Source(new(), LastBatch.Keep);
        Assert.Equal(Enumerable.Range(0, 20), Enumerable.Range(0, 5).SelectMany(index => Levels(source, index)).Order());
    }

    [Fact]
    public void GetBatch_PicturesThatFit_AreDecodedOnce()
    {
        _scene.Numbered(8);
        using var source = Source(new() { CacheLimit = 8 * 16 });
        var first = Enumerable.Range(0, 2).Select(index => Levels(source, index)).ToList();
        foreach (var file in Directory.GetFiles(_scene.Path))
        {
            File.Delete(file);
        }

        Assert.Equal(first, Enumerable.Range(0, 2).Select(index => Levels(source, index)));
    }

    [Fact]
    public void GetBatch_OnePictureMoreThanFits_KeepsNone()
    {
        _scene.Numbered(8);
        using var set = _scene.Read(new() { CacheLimit = 8 * 16 - 1 });
        set.Gather([0], CPU).Dispose();
        File.Delete(_scene.At("0000.png"));
        Assert.Throws<FileNotFoundException>(() => set.Gather([0], CPU));
    }

    [Fact]
    public void GetBatch_DamagedPictureAhead_ThrowsForItsOwnBatch()
    {
        _scene.Numbered(12);
        _scene.Write("0005.png", [1, 2]);
        using var source = new BatchSource(_scene.Read(new() { CacheLimit = 0 }), new BatchSourceOptions { BatchSize = 4, Order = SampleOrder.Sequential });
        Assert.Equal([0, 1, 2, 3], Levels(source, 0));
        Assert.Throws<IO.DataFormatException>(() => source.GetBatch(1));
        Assert.Equal([8, 9, 10, 11], Levels(source, 2));
        Assert.Throws<IO.DataFormatException>(() => source.GetBatch(1));
    }

    [Fact]
    public void GetBatch_ThroughAPrefetchingSource_IsTheSame()
    {
        _scene.Numbered(16);
        using var plain = Source(new());
        using var prefetched = new PrefetchSource(Source(new()));
        for (var index = 0; index < 12; index++)
        {
            Assert.Equal(Levels(plain, index), Levels(prefetched, index));
        }
    }

    [Fact]
    public void GetBatch_Tensors_BelongToTheCaller()
    {
        _scene.Numbered(16);
        using var source = Source(new());
        source.GetBatch(0).Dispose();
        var before = LiveTensors.Count();
        for (var index = 1; index < 20; index++)
        {
            source.GetBatch(index).Dispose();
        }

        Assert.Equal(before, LiveTensors.Count());
    }

    [Fact]
    public void Dispose_WhileThreadsWork_EndsThem()
    {
        _scene.Numbered(60, size: 64);
        for (var i = 0; i < 10; i++)
        {
            var set = _scene.Read(new() { Threads = 4, CacheLimit = 0 });
            set.Expect([.. Enumerable.Range(0, 60).Select(number => (long)number)]);
            set.Dispose();
        }
    }

    [Fact]
    public void Fingerprint_MovedFolder_IsTheSameButForTheTimes()
    {
        _scene.Numbered(5);
        using var moved = new FolderScene();
        moved.Numbered(5);
        File.SetLastWriteTimeUtc(moved.At("0003.png"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        using var set = _scene.Read();
        using var other = moved.Read();
        var (first, second) = (set.Fingerprint(), other.Fingerprint());
        Assert.Equal(first.Sha256, second.Sha256);
        Assert.NotEqual(first.Times, second.Times);
        Assert.Equal("names and sizes of 5 files, contents of all", first.ToString());
        Assert.False(first.IsPartial);
    }

    [Fact]
    public void Fingerprint_OnePixelOfOnePicture_ChangesIt()
    {
        for (var i = 0; i < 40; i++)
        {
            File.WriteAllBytes(_scene.At($"{i:D2}.bmp"), Bitmap(3));
        }

        using var set = _scene.Read();
        var before = set.Fingerprint();
        File.WriteAllBytes(_scene.At("27.bmp"), Bitmap(4));  // the same size
        Assert.NotEqual(before.Sha256, set.Fingerprint().Sha256);
    }

    [Fact]
    public void Fingerprint_RenamedPicture_ChangesIt()
    {
        _scene.Numbered(3);
        using var before = _scene.Read();
        var digest = before.Fingerprint().Sha256;
        File.Move(_scene.At("0002.png"), _scene.At("0009.png"));
        using var after = _scene.Read();
        Assert.NotEqual(digest, after.Fingerprint().Sha256);
    }

    private static byte[] Bitmap(byte level)
    {
        byte[] header = [66, 77, 58, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0, 40, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 24, 0, .. new byte[24]];
        return [.. header, level, level, level, 0];
    }

    private BatchSource Source(ImageFolderOptions options, LastBatch last = LastBatch.Drop) =>
        new(_scene.Read(options), new BatchSourceOptions { BatchSize = 4, Seed = 5, LastBatch = last });

    private static int[] Levels(IBatchSource<Batch> source, long index)
    {
        using var batch = source.GetBatch(index);
        return FolderScene.Levels(batch);
    }

    private static int[] Numbers(BatchSource source, long index)
    {
        using var batch = source.GetBatch(index);
        return [.. batch.Samples.data<long>().ToArray().Select(value => (int)value)];
    }
}
