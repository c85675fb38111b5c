using static TorchSharp.torch;

namespace Gan.Net.Data.Tests;

public class DrawnDigitsTests
{
    [Fact]
    public void GetBatch_Any_HasTheShapesOfTheContract()
    {
        using var source = new DrawnDigits(new DrawOptions { BatchSize = 20 });
        using var batch = source.GetBatch(0);
        Assert.Equal([20, 1, 28, 28], batch.Samples.shape);
        Assert.Equal(ScalarType.Float32, batch.Samples.dtype);
        Assert.Equal(ScalarType.Int64, batch.Condition!.dtype);
        Assert.Null(source.BatchesPerEpoch);
    }

    [Fact]
    public void GetBatch_SameSeedAndIndex_SameDigits()
    {
        Assert.Equal(Digits(1, 32, 5), Digits(1, 32, 5));
        Assert.NotEqual(Digits(1, 32, 5), Digits(1, 32, 6));
        Assert.NotEqual(Digits(1, 32, 5), Digits(2, 32, 5));
    }

    [Fact]
    public void GetBatch_OtherBatchSize_SameSeries() => Assert.Equal(Digits(1, 4, 0).Concat(Digits(1, 4, 1)), Digits(1, 8, 0));

    [Fact]
    public void CreateSet_Seed_HoldsTheSourcesSamples()
    {
        using var set = DrawnDigits.CreateSet(40, seed: 9);
        using var source = new DrawnDigits(new DrawOptions { BatchSize = 40, Seed = 9 });
        using var expected = source.GetBatch(0);
        using var batch = set.Gather([.. Enumerable.Range(0, 40).Select(i => (long)i)], CPU);
        Assert.Equal(expected.Samples.data<float>().ToArray(), batch.Samples.data<float>().ToArray());
        Assert.Equal(expected.Condition!.data<long>().ToArray(), batch.Condition!.data<long>().ToArray());
        Assert.Equal(10, set.Classes);
        Assert.Equal([1L, 28, 28], set.SampleShape);
    }

    [Fact]
    public void GetBatch_KnownSeed_HasTheLabelsOfTheContract()
    {
        // The first of ten from Derive(5, 4, n), by tools/reference/seeded_random.py's functions.
        using var source = new DrawnDigits(new DrawOptions { BatchSize = 16, Seed = 5 });
        using var batch = source.GetBatch(0);
        Assert.Equal([9L, 3, 3, 6, 2, 0, 2, 4, 1, 2, 2, 1, 6, 3, 1, 1], batch.Condition!.data<long>().ToArray());
    }

    [Fact]
    public void CreateSet_Labels_AreAllTenEquallyLikely()
    {
        using var set = DrawnDigits.CreateSet(10_000);
        using var batch = set.Gather([.. Enumerable.Range(0, 10_000).Select(i => (long)i)], CPU);
        var counts = batch.Condition!.data<long>().ToArray().CountBy(label => label).ToDictionary();
        Assert.Equal(10, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 850, 1150));
    }

    [Fact]
    public void CreateSet_Pictures_HaveInkInTheMiddleAndPaperAtTheEdge()
    {
        using var set = DrawnDigits.CreateSet(3000, seed: 4);
        using var batch = set.Gather([.. Enumerable.Range(0, 3000).Select(i => (long)i)], CPU);
        foreach (var picture in batch.Samples.data<float>().ToArray().Chunk(28 * 28))
        {
            var edge = Enumerable.Range(0, 28).SelectMany(i => new[] { picture[i], picture[27 * 28 + i], picture[28 * i], picture[28 * i + 27] });
            Assert.All(edge, value => Assert.Equal(-1, value));
            Assert.InRange(picture.Max(), 0.4f, 1f);
            Assert.InRange(picture.Count(value => value > 0), 15, 320);
        }
    }

    [Fact]
    public void CreateSet_NearestMeanOfAnotherSeed_RecognisesMostDigits()
    {
        // The classes differ and hold together: the nearest class mean, a weak judge (about 82 % on MNIST), finds most labels.
        var (train, trainLabels) = Flat(1, 4000);
        var (test, testLabels) = Flat(2, 1000);
        var means = Enumerable.Range(0, 10).Select(digit => Mean([.. train.Where((_, i) => trainLabels[i] == digit)])).ToList();
        var right = test.Where((picture, i) => Enumerable.Range(0, 10).MinBy(digit => Distance(picture, means[digit])) == testLabels[i]).Count();
        Assert.InRange(right, 700, 1000);
    }

    [Fact]
    public void CreateSet_DigitsOfOneClass_Differ()
    {
        var (pictures, labels) = Flat(3, 2000);
        for (var digit = 0; digit < 10; digit++)
        {
            var own = pictures.Where((_, i) => labels[i] == digit).ToList();
            Assert.InRange(own.Skip(1).Average(picture => Distance(own[0], picture)), 20, 800);
        }
    }

    [Fact]
    public void CreateSet_CountZero_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => DrawnDigits.CreateSet(0));

    private static float[] Digits(long seed, int size, long index)
    {
        using var source = new DrawnDigits(new DrawOptions { BatchSize = size, Seed = seed });
        using var batch = source.GetBatch(index);
        return batch.Samples.data<float>().ToArray();
    }

    private static (List<float[]> Pictures, long[] Labels) Flat(long seed, int count)
    {
        using var set = DrawnDigits.CreateSet(count, seed);
        using var batch = set.Gather([.. Enumerable.Range(0, count).Select(i => (long)i)], CPU);
        return ([.. batch.Samples.data<float>().ToArray().Chunk(28 * 28)], batch.Condition!.data<long>().ToArray());
    }

    private static float[] Mean(List<float[]> pictures) => [.. Enumerable.Range(0, 28 * 28).Select(i => pictures.Average(picture => picture[i]))];

    private static double Distance(float[] one, float[] two)
    {
        var sum = 0.0;
        for (var i = 0; i < one.Length; i++)
        {
            sum += (one[i] - two[i]) * (one[i] - two[i]);
        }

        return sum;
    }
}
