using static TorchSharp.torch;

namespace Gan.Net.Data.Tests;

public class PointSourceTests
{
    private const int Count = 40_000;

    public static TheoryData<string> AllSources => new("ring", "grid", "gaussian", "swiss roll", "two moons", "circles");

    [Theory]
    [InlineData("PacGan", 1, 0.01)]
    [InlineData("WganGpToy", 1.41443, 0.0141443)]
    [InlineData("Unrolled", 2, 0.02)]
    [InlineData("D2Gan", 2, 0.141421)]
    public void RingOptions_Preset_HasThePublishedParameters(string name, double radius, double deviation)
    {
        var ring = name switch
        {
            "PacGan" => RingOptions.PacGan,
            "WganGpToy" => RingOptions.WganGpToy,
            "Unrolled" => RingOptions.Unrolled,
            _ => RingOptions.D2Gan,
        };
        Assert.Equal(8, ring.Modes);
        Assert.Equal(radius, ring.Radius, 1e-5);
        Assert.Equal(deviation, ring.StandardDeviation, 1e-6);
    }

    [Theory]
    [InlineData("PacGan", 2, 0.05)]
    [InlineData("WganGpToy", 0.707214, 0.0176803)]
    public void GridOptions_Preset_HasThePublishedParameters(string name, double spacing, double deviation)
    {
        var grid = name == "PacGan" ? GridOptions.PacGan : GridOptions.WganGpToy;
        Assert.Equal(5, grid.Side);
        Assert.Equal(spacing, grid.Spacing, 1e-6);
        Assert.Equal(deviation, grid.StandardDeviation, 1e-6);
    }

    [Fact]
    public void Modes_Ring_StandOnTheCircle()
    {
        using var ring = new RingSource(RingOptions.Unrolled);
        var modes = ring.Modes.data<float>().ToArray();
        Assert.Equal([8, 2], ring.Modes.shape);
        for (var i = 0; i < 8; i++)
        {
            Assert.Equal(2 * Math.Cos(Math.PI * i / 4), modes[2 * i], 1e-6);
            Assert.Equal(2 * Math.Sin(Math.PI * i / 4), modes[2 * i + 1], 1e-6);
        }
    }

    [Fact]
    public void Modes_Grid_AreThePapers()
    {
        using var grid = new GridSource();
        var modes = grid.Modes.data<float>().ToArray().Chunk(2).Select(point => (point[0], point[1])).ToList();
        float[] line = [-4, -2, 0, 2, 4];
        Assert.Equal(line.SelectMany(y => line.Select(x => (x, y))), modes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void GetBatch_Mixture_HasItsStatistics(bool isGrid)
    {
        using GaussianMixtureSource source = isGrid
            ? new GridSource(options: new DrawOptions { BatchSize = Count })
            : new RingSource(options: new DrawOptions { BatchSize = Count });
        using var batch = source.GetBatch(5);
        var points = batch.Samples.data<float>().ToArray();
        var labels = batch.Condition!.data<long>().ToArray();
        var modes = source.Modes.data<float>().ToArray();
        var offsets = Enumerable.Range(0, Count).Select(i => (X: points[2 * i] - modes[2 * labels[i]], Y: points[2 * i + 1] - modes[2 * labels[i] + 1])).ToList();

        // Five standard errors each, except for the share within 3 deviations: 98.889 %.
        var deviation = source.StandardDeviation;
        var error = 5 / Math.Sqrt(Count);
        Assert.InRange(offsets.Average(o => o.X), -error * deviation, error * deviation);
        Assert.InRange(offsets.Average(o => o.Y), -error * deviation, error * deviation);
        Assert.InRange(Math.Sqrt(offsets.Average(o => o.X * o.X)), (1 - error) * deviation, (1 + error) * deviation);
        Assert.InRange(Math.Sqrt(offsets.Average(o => o.Y * o.Y)), (1 - error) * deviation, (1 + error) * deviation);
        Assert.InRange(offsets.Average(o => o.X * o.Y), -error * deviation * deviation, error * deviation * deviation);
        Assert.InRange(offsets.Count(o => Math.Sqrt(o.X * o.X + o.Y * o.Y) < 3 * deviation) / (double)Count, 0.9862, 0.9916);
        var expected = (double)Count / source.Classes;
        Assert.All(labels.CountBy(label => label), pair => Assert.InRange(pair.Value, expected - 5 * Math.Sqrt(expected), expected + 5 * Math.Sqrt(expected)));
        Assert.Equal(source.Classes, labels.Distinct().Count());
    }

    [Fact]
    public void GetBatch_SwissRoll_LiesOnTheRoll()
    {
        using var source = new SwissRollSource(noise: 0, new DrawOptions { BatchSize = 500 });
        using var batch = source.GetBatch(0);
        Assert.All(batch.Samples.data<float>().ToArray().Chunk(2), point =>
        {
            var t = 7.5 * double.Hypot(point[0], point[1]);
            Assert.InRange(t, 1.5 * Math.PI - 1e-5, 4.5 * Math.PI + 1e-5);
            Assert.Equal(t * Math.Cos(t) / 7.5, point[0], 1e-4);
        });
    }

    [Fact]
    public void GetBatch_Circles_HaveTheirRadii()
    {
        using var source = new CirclesSource(noise: 0, new DrawOptions { BatchSize = 500 });
        using var batch = source.GetBatch(0);
        var labels = batch.Condition!.data<long>().ToArray();
        Assert.All(batch.Samples.data<float>().ToArray().Chunk(2).Zip(labels), pair => Assert.Equal(pair.Second == 0 ? 1 : 0.5, double.Hypot(pair.First[0], pair.First[1]), 1e-5));
        Assert.InRange(labels.Sum(), 190, 310);
    }

    [Fact]
    public void GetBatch_TwoMoons_AreHalfCircles()
    {
        using var source = new TwoMoonsSource(noise: 0, new DrawOptions { BatchSize = 500 });
        using var batch = source.GetBatch(0);
        var labels = batch.Condition!.data<long>().ToArray();
        Assert.All(batch.Samples.data<float>().ToArray().Chunk(2).Zip(labels), pair =>
        {
            var sign = pair.Second == 0 ? 1 : -1;
            Assert.Equal(1, double.Hypot(pair.First[0] + 0.5 * sign, pair.First[1] + 0.25 * sign), 1e-5);
            Assert.True(sign * (pair.First[1] + 0.25 * sign) >= -1e-6);
        });
    }

    [Theory]
    [MemberData(nameof(AllSources))]
    public void GetBatch_SameSeedAndIndex_SamePoints(string name)
    {
        using var one = Make(name, 1);
        using var two = Make(name, 1);
        Assert.Equal(Points(one, 3), Points(one, 3));
        Assert.Equal(Points(one, 3), Points(two, 3));
    }

    [Theory]
    [MemberData(nameof(AllSources))]
    public void GetBatch_OtherSeedOrIndex_OtherPoints(string name)
    {
        using var one = Make(name, 1);
        using var two = Make(name, 2);
        Assert.NotEqual(Points(one, 3), Points(one, 4));
        Assert.NotEqual(Points(one, 3), Points(two, 3));
    }

    [Theory]
    [MemberData(nameof(AllSources))]
    public void GetBatch_AnySource_HasTheShapesOfTheContract(string name)
    {
        using var source = Make(name, 1);
        using var batch = source.GetBatch(0);
        Assert.Equal([16, 2], batch.Samples.shape);
        Assert.Equal(ScalarType.Float32, batch.Samples.dtype);
        Assert.Equal(ScalarType.Int64, batch.Condition!.dtype);
        Assert.All(batch.Condition.data<long>().ToArray(), label => Assert.InRange(label, 0, source.Classes - 1));
        Assert.Null(source.BatchesPerEpoch);
    }

    [Theory]
    [MemberData(nameof(AllSources))]
    public void GetBatch_ManyBatches_LeaveNoTensor(string name)
    {
        using var source = Make(name, 1);
        source.GetBatch(0).Dispose();
        var before = LiveTensors.Count();
        for (var i = 0; i < 50; i++)
        {
            source.GetBatch(i).Dispose();
        }

        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void GetBatch_KnownSeed_HasTheLabelsOfTheContract()
    {
        // The first of eight from Derive(5, 2, n), by tools/reference/seeded_random.py's functions.
        using var source = new RingSource(options: new DrawOptions { BatchSize = 1, Seed = 5 });
        long[] expected = [3, 1, 4, 2, 1, 0, 1, 7];
        for (var index = 0; index < expected.Length; index++)
        {
            using var batch = source.GetBatch(index);
            Assert.Equal(expected[index], batch.Condition!.item<long>());
        }
    }

    [Fact]
    public void CreateSet_Ring_IsFiniteAndFixed()
    {
        using var source = new RingSource();
        using var set = source.CreateSet(1000);
        Assert.Equal(1000, set.Count);
        Assert.Equal([2L], set.SampleShape);
        Assert.Equal(8, set.Classes);
        using var same = source.CreateSet(1000);
        using var one = set.Gather([7, 999], CPU);
        using var two = same.Gather([7, 999], CPU);
        Assert.Equal(one.Samples.data<float>().ToArray(), two.Samples.data<float>().ToArray());
    }

    [Fact]
    public void Constructor_BadRing_NamesEveryProblem()
    {
        var error = Assert.Throws<ArgumentException>(() => new RingSource(new RingOptions { Modes = 0, Radius = -1, StandardDeviation = double.NaN }));
        Assert.Equal("RingOptions: Modes must be at least 1, was 0; Radius must be positive, was -1; StandardDeviation must be 0 or more, was NaN.", error.Message);
    }

    [Fact]
    public void Constructor_BadBatch_NamesTheProblem()
    {
        var error = Assert.Throws<ArgumentException>(() => new GridSource(options: new DrawOptions { BatchSize = 0 }));
        Assert.Equal("DrawOptions: BatchSize must be at least 1, was 0.", error.Message);
    }

    private static PointSource Make(string name, long seed)
    {
        var options = new DrawOptions { BatchSize = 16, Seed = seed };
        return name switch
        {
            "ring" => new RingSource(options: options),
            "grid" => new GridSource(options: options),
            "gaussian" => new GaussianSource(options: options),
            "swiss roll" => new SwissRollSource(options: options),
            "two moons" => new TwoMoonsSource(options: options),
            _ => new CirclesSource(options: options),
        };
    }

    private static float[] Points(PointSource source, long index)
    {
        using var batch = source.GetBatch(index);
        return batch.Samples.data<float>().ToArray();
    }
}
