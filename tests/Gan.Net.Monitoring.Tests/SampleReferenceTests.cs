using Gan.Net.Data;
using Gan.Net.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Net.Monitoring.Tests;

public sealed class SampleReferenceTests
{
    [Fact]
    public void Describe_OtherDataOfTheSource_LooksLikeTheData()
    {
        using var ring = Ring(256);
        using var batch = ring.GetBatch(1000);

        var reading = SampleReference.Of(ring).Describe(batch.Samples);

        Assert.InRange(reading.Spread, 0.98, 1.02);
        Assert.InRange(reading.Missed, 0, 0.05);
        Assert.InRange(reading.Near, 0.7, 0.9);
        Assert.Equal(1, reading.Shares.Sum(), 1e-9);
        Assert.Equal(16, reading.Shares.Length);
    }

    [Fact]
    public void Describe_DataThatIsAllAlike_HasNoSpreadToMissAndIsNoDivergence()
    {
        using var source = new NoiseSource(1, 4, 4) { BatchesPerEpoch = 10, Made = (_, samples) => samples.fill_(-1) };
        using var samples = rand(8, 1, 4, 4);
        var reference = SampleReference.Of(source);

        Assert.Equal(1, reference.Describe(samples).Spread);
        Assert.False(double.IsFinite(reference.Describe(samples.mul(double.NaN)).Spread));
    }

    [Fact]
    public void Describe_OneMode_IsNarrowAndMissesTheRest()
    {
        using var scope = NewDisposeScope();
        using var ring = Ring(256);
        var batch = ring.GetBatch(1000);
        var one = batch.Samples.index_select(0, batch.Condition!.eq(3).nonzero().flatten());

        var reading = SampleReference.Of(ring).Describe(one);

        // A mode's deviation over the ring's: sqrt(0.04 / 4.04).
        Assert.InRange(reading.Spread, 0.08, 0.12);
        Assert.InRange(reading.Missed, 0.82, 0.92);
        Assert.InRange(reading.Near, 0.6, 0.95);
    }

    [Fact]
    public void Describe_HalfTheModes_MissesHalfTheData()
    {
        using var scope = NewDisposeScope();
        using var ring = Ring(512);
        var batch = ring.GetBatch(1000);
        var even = batch.Samples.index_select(0, batch.Condition!.remainder(2).eq(0).nonzero().flatten());

        var reading = SampleReference.Of(ring).Describe(even);

        Assert.InRange(reading.Missed, 0.45, 0.55);
        Assert.InRange(reading.Spread, 0.95, 1.05); // their deviation alone would not tell
    }

    [Fact]
    public void Describe_FarFromTheData_IsNotNear()
    {
        using var ring = Ring(256);
        using var middle = zeros(64, 2);

        var reading = SampleReference.Of(ring).Describe(middle);

        Assert.Equal(0, reading.Spread);
        Assert.Equal(0, reading.Near);
    }

    [Fact]
    public void Describe_SamplesThatAreNoNumbers_SpreadIsNone()
    {
        using var ring = Ring(64);
        using var samples = full(32, 2, float.NaN);

        Assert.True(double.IsNaN(SampleReference.Of(ring).Describe(samples).Spread));
    }

    [Fact]
    public void Describe_LargePictures_AreComparedSmall()
    {
        // A checkerboard of single pixels is gray at half the size.
        using var scope = NewDisposeScope();
        using var source = new NoiseSource(1, 64, 64) { BatchSize = 64 };
        var row = arange(64).remainder(2).mul(2).sub(1).to(ScalarType.Float32);
        var board = row.unsqueeze(0).mul(row.unsqueeze(1)).expand(16, 1, 64, 64).contiguous();
        var signed = board.mul(tensor(new float[] { 1, -1 }).repeat(8).view(16, 1, 1, 1));

        Assert.Equal(0, SampleReference.Of(source).Describe(signed).Spread, 1e-6);
    }

    [Fact]
    public void Of_SmallSet_LooksAtNoMoreThanThereIs()
    {
        var asked = new List<long>();
        using var source = new NoiseSource(2) { BatchSize = 8, BatchesPerEpoch = 3, Drawing = asked.Add };

        SampleReference.Of(source);

        Assert.Equal([0, 1, 2], asked);
    }

    [Fact]
    public void Of_EndlessSource_LeavesNoTensorBehind()
    {
        using var source = new NoiseSource(2) { BatchSize = 64 };
        using var samples = zeros(16, 2);
        SampleReference.Of(source).Describe(samples);

        Assert.Equal(0, Footprint.TensorsLeftBy(() => SampleReference.Of(source).Describe(samples)));
    }

    [Fact]
    public void Of_SameSource_GivesTheSameReading()
    {
        using var ring = Ring(64);
        using var batch = ring.GetBatch(7);

        Assert.Equal(SampleReference.Of(ring).Describe(batch.Samples).Shares, SampleReference.Of(ring).Describe(batch.Samples).Shares);
    }

    private static RingSource Ring(int batch) => new(RingOptions.D2Gan, new DrawOptions { BatchSize = batch, Seed = 4 });
}
