using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests;

public sealed class LatentSpaceTests
{
    private const int Count = 20_000;

    [Fact]
    public void Create_Defaults_AreTheDcganPapers() => Assert.Equal(new LatentSpace { Size = 100, Prior = LatentPrior.Normal }, new LatentSpace());

    // Moments of N(0, 1) and U(-1, 1) within 5 standard errors of 100,000 numbers.
    [Theory]
    [InlineData(LatentPrior.Normal, 1, 3)]
    [InlineData(LatentPrior.Uniform, 1 / 3.0, .2)]
    public void Sample_Prior_HasItsMoments(LatentPrior prior, double second, double fourth)
    {
        var values = Sample(new LatentSpace { Size = 5, Prior = prior }, Count);

        var error = 5 / Math.Sqrt(values.Length);
        Assert.Equal(5 * Count, values.Length);
        Assert.InRange(values.Average(), -error, error);
        Assert.InRange(values.Average(value => value * value), second - (error * Math.Sqrt(fourth)), second + (error * Math.Sqrt(fourth)));
        if (prior == LatentPrior.Uniform)
        {
            Assert.InRange(values.Min(), -1, -.999);
            Assert.InRange(values.Max(), .999, 1);
        }
        else
        {
            Assert.InRange(values.Max(), 3.5, 6.5);
        }
    }

    [Fact]
    public void Sample_SameSeed_IsTheSame()
    {
        Assert.Equal(Sample(new LatentSpace(), 7), Sample(new LatentSpace(), 7));
        Assert.NotEqual(Sample(new LatentSpace(), 7), Sample(new LatentSpace(), 7, seed: 1));
    }

    [Fact]
    public void Sample_AnotherDefaultType_IsFloat32StillAndTheSame()
    {
        var expected = Sample(new LatentSpace(), 7);
        set_default_dtype(ScalarType.Float64);
        try
        {
            Assert.Equal(expected, Sample(new LatentSpace(), 7));
        }
        finally
        {
            set_default_dtype(ScalarType.Float32);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Sample_LessThanOne_IsRefused(long count)
    {
        using var random = new Generator(0, CPU);

        Assert.Throws<ArgumentOutOfRangeException>(nameof(count), () => new LatentSpace().Sample(count, random));
    }

    [Fact]
    public void Sample_NoGenerator_NamesTheParameter() =>
        Assert.Throws<ArgumentNullException>("generator", () => new LatentSpace().Sample(1, null!));

    private static float[] Sample(LatentSpace space, long count, ulong seed = 0)
    {
        using var random = new Generator(seed, CPU);
        using var latents = space.Sample(count, random);
        Assert.Equal([count, space.Size], latents.shape);
        return latents.data<float>().ToArray();
    }
}
