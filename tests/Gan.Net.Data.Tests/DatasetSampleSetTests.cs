using Gan.Net.Data.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Data.Tests;

public class DatasetSampleSetTests
{
    [Fact]
    public void Gather_FloatItems_AreStacked()
    {
        using var set = new DatasetSampleSet(new SquaresDataset(5), new DatasetOptions { Classes = 3 });
        Assert.Equal((5L, 3), (set.Count, set.Classes));
        Assert.Equal([2L], set.SampleShape);
        using var batch = set.Gather([4, 1], CPU);
        Assert.Equal([4f, 16, 1, 1], batch.Samples.data<float>().ToArray());
        Assert.Equal([1L, 1], batch.Condition!.data<long>().ToArray());
    }

    [Fact]
    public void Gather_ZeroToOne_BecomesMinusOneToOne()
    {
        using var set = new DatasetSampleSet(new SquaresDataset(2), new DatasetOptions { Range = SampleRange.ZeroToOne });
        using var batch = set.Gather([0, 1], CPU);
        Assert.Equal([-1f, -1, 1, 1], batch.Samples.data<float>().ToArray());
    }

    [Fact]
    public void Gather_ByteItems_AreFloatsFromMinusOneToOne()
    {
        using var set = new DatasetSampleSet(new SquaresDataset(17), new DatasetOptions { SampleKey = "bytes" });
        using var batch = set.Gather([0, 16], CPU);
        Assert.Equal([-1f, 1f], batch.Samples.data<float>().ToArray());
    }

    [Fact]
    public void Gather_NoLabelsOfThatName_HasNone()
    {
        using var set = new DatasetSampleSet(new SquaresDataset(3), new DatasetOptions { LabelKey = "target", Classes = 3 });
        using var batch = set.Gather([0], CPU);
        Assert.Null(batch.Condition);
        Assert.Null(set.Classes);
    }

    [Fact]
    public void Gather_StoredTensors_StayAlive()
    {
        using var set = new DatasetSampleSet(new SquaresDataset(3), new DatasetOptions { SampleKey = "stored" });
        set.Gather([0, 1, 2], CPU).Dispose();
        using var batch = set.Gather([0], CPU);
        Assert.Equal([7f], batch.Samples.data<float>().ToArray());
    }

    [Fact]
    public void GetBatch_ManyBatches_LeaveNoTensor()
    {
        using var source = new BatchSource(new DatasetSampleSet(new SquaresDataset(8)), new BatchSourceOptions { BatchSize = 4 });
        source.GetBatch(0).Dispose();
        var before = LiveTensors.Count();
        for (var i = 0; i < 20; i++)
        {
            source.GetBatch(i).Dispose();
        }

        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Constructor_NoSuchSample_NamesWhatThereIs()
    {
        using var dataset = new SquaresDataset(3);
        var error = Assert.Throws<ArgumentException>(() => new DatasetSampleSet(dataset, new DatasetOptions { SampleKey = "image" }));
        Assert.StartsWith("The items hold bytes, data, label, stored, no 'image'. Name the right one in SampleKey.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_EmptyDataset_Throws()
    {
        using var dataset = new SquaresDataset(0);
        Assert.StartsWith("The data set is empty.", Assert.Throws<ArgumentException>(() => new DatasetSampleSet(dataset)).Message, StringComparison.Ordinal);
    }
}
