using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Data.Tests;

public class TensorSampleSetTests
{
    [Fact]
    public void Summary_OfBytes_HasLabelsRangeAndDigest()
    {
        using var set = new TensorSampleSet(tensor(new byte[] { 0, 255, 51, 0 }, [4, 1]), tensor([2L, 0, 2, 2]));
        using var same = new TensorSampleSet(tensor(new byte[] { 0, 255, 51, 0 }, [4, 1]), tensor([2L, 0, 2, 2]));
        using var otherPixel = new TensorSampleSet(tensor(new byte[] { 0, 255, 51, 1 }, [4, 1]), tensor([2L, 0, 2, 2]));
        using var otherLabel = new TensorSampleSet(tensor(new byte[] { 0, 255, 51, 0 }, [4, 1]), tensor([2L, 0, 2, 1]));
        using var otherShape = new TensorSampleSet(tensor(new byte[] { 0, 255, 51, 0 }, [4, 1, 1]), tensor([2L, 0, 2, 2]));

        Assert.Equal(new Dictionary<long, long> { [0] = 1, [2] = 3 }, set.Summary.LabelCounts);
        Assert.Equal((0, 2), set.Summary.Labels);
        Assert.Equal([1L, 3], set.Summary.Missing(4));
        Assert.Equal((-1, 1), set.Summary.Range);
        Assert.Equal(set.Summary.Digest, same.Summary.Digest);
        Assert.All([otherPixel, otherLabel, otherShape], other => Assert.NotEqual(set.Summary.Digest, other.Summary.Digest));
    }

    [Fact]
    public void Summary_OfFloatsWithoutLabels_HasTheirRange()
    {
        using var set = new TensorSampleSet(tensor(new[] { -3f, 0, .5f, 2 }, [2, 2]));

        Assert.Equal((-3, 2), set.Summary.Range);
        Assert.Null(set.Summary.Labels);
        Assert.Empty(set.Summary.Missing(4));
    }

    [Fact]
    public void Gather_Bytes_AreFloatsFromMinusOneToOne()
    {
        using var set = new TensorSampleSet(tensor(new byte[] { 0, 255, 51, 204 }, 4, 1), tensor(new byte[] { 3, 2, 1, 0 }), 4);
        using var batch = set.Gather([1, 3, 0, 0], CPU);
        Assert.Equal(ScalarType.Float32, batch.Samples.dtype);
        Assert.Equal([1f, 0.6f, -1f, -1f], batch.Samples.data<float>().ToArray(), (x, y) => Math.Abs(x - y) < 1e-6);
        Assert.Equal([2L, 0, 3, 3], batch.Condition!.data<long>().ToArray());
    }

    [Fact]
    public void Gather_Floats_AreTakenAsTheyAre()
    {
        using var set = new TensorSampleSet(tensor(new[] { 5f, -7f }, 2, 1));
        using var batch = set.Gather([1, 0], CPU);
        Assert.Equal([-7f, 5f], batch.Samples.data<float>().ToArray());
        Assert.Null(batch.Condition);
        Assert.Null(set.Classes);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void Gather_IndexOutsideTheSet_Throws(long index)
    {
        using var set = new TensorSampleSet(zeros(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => set.Gather([0, index], CPU));
    }

    [Fact]
    public void Gather_ChangedBatch_LeavesTheSet()
    {
        using var set = new TensorSampleSet(zeros(2, 3));
        using (var batch = set.Gather([0, 1], CPU))
        {
            batch.Samples.fill_(9);
        }

        using var again = set.Gather([0], CPU);
        Assert.Equal([0f, 0, 0], again.Samples.data<float>().ToArray());
    }

    [Fact]
    public void Gather_InsideAScope_LeavesTheSetAlive()
    {
        using var set = MadeInAScope();
        using (NewDisposeScope())
        {
            set.Gather([0], CPU);
        }

        using var batch = set.Gather([1], CPU);
        Assert.Equal(1f, batch.Samples.item<float>());
    }

    [Fact]
    public void Gather_ManyBatches_LeaveNoTensor()
    {
        using var set = new TensorSampleSet(zeros(8, 3, dtype: ScalarType.Byte), zeros(8, dtype: ScalarType.Int32));
        set.Gather([1, 2], CPU).Dispose();
        var before = LiveTensors.Count();
        for (var i = 0; i < 100; i++)
        {
            set.Gather([1, 2], CPU).Dispose();
        }

        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Dispose_Set_LeavesNoTensor()
    {
        var before = LiveTensors.Count();
        new TensorSampleSet(zeros(8, 3), zeros(8, dtype: ScalarType.Int32)).Dispose();
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Constructor_LabelForEachButOne_SaysBothShapes()
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<ArgumentException>(() => new TensorSampleSet(zeros(3, 1), zeros(2, dtype: ScalarType.Int64)));
        Assert.StartsWith("The labels are Int64 [2]; expected whole numbers [3], one for each sample.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_EmptySet_Throws()
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<ArgumentException>(() => new TensorSampleSet(zeros(0, 4)));
        Assert.StartsWith("The samples are Float32 [0, 4]; expected Byte or Float32 [N, ...] with at least one sample.", error.Message, StringComparison.Ordinal);
    }

    private static TensorSampleSet MadeInAScope()
    {
        using var scope = NewDisposeScope();
        return new TensorSampleSet(tensor(new[] { 0f, 1f }, 2, 1), tensor(new[] { 0L, 1 }));
    }
}
