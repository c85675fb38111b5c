using Gan.Net.Augmentations;
using Gan.Net.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Augmentations;

public sealed class AdaPipelineTests
{
    private static readonly AdaPipeline Nothing = new()
    {
        Flip = 0, Rotation = 0, Translation = 0, Brightness = 0, Contrast = 0, LumaFlip = 0, Hue = 0, Saturation = 0, Noise = 0, Cutout = 0,
    };

    // Gray and two-channel images, odd sizes, images that are not square, one pixel: what moves pixels makes none.
    [Theory]
    [InlineData(1, 7, 13)]
    [InlineData(2, 6, 5)]
    [InlineData(3, 1, 4)]
    [InlineData(3, 1, 1)]
    public void Augment_AnyShape_MovesPixelsOfTheImageItself(long channels, long height, long width)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(3, CPU);
        var still = new AdaPipeline { Brightness = 0, Contrast = 0, LumaFlip = 0, Hue = 0, Saturation = 0, Noise = 0 };
        var images = arange(8 * channels * height * width, dtype: ScalarType.Float32).view(8, channels, height, width);

        var moved = still.Augment(images, random);

        Assert.Equal(images.shape, moved.shape);
        for (var i = 0; i < 8; i++)
        {
            for (var channel = 0; channel < channels; channel++)
            {
                Assert.Empty(moved[i][channel].contiguous().data<float>().Except(images[i][channel].data<float>()));
            }
        }
    }

    [Fact]
    public void Create_Defaults_AreThePapers()
    {
        Assert.Equal(
            new AdaPipeline
            {
                Flip = 1, Rotation = 1, Translation = .125, Brightness = .2, Contrast = .5, LumaFlip = 1, Hue = 1, Saturation = 1, Noise = .1, Cutout = 0,
            },
            new AdaPipeline());
        Assert.Equal(new AdaPipeline { Noise = 0 }, AdaPipeline.BlitColor);
    }

    [Fact]
    public void Augment_ProbabilityZero_IsTheIdentityBitForBit() =>
        Assert.Equal(AugmentedImages.Source, AugmentedImages.Of(new AdaPipeline { Cutout = .5 }, 0));

    [Fact]
    public void Augment_AllLeftOut_IsTheIdentityBitForBit() => Assert.Equal(AugmentedImages.Source, AugmentedImages.Of(Nothing, 1));

    // Of those that a change happens to, half are flipped; the others stay as they are.
    [Theory]
    [InlineData(1, .5)]
    [InlineData(.4, .2)]
    public void Augment_Flip_HalfOfThoseItHappensTo(double probability, double share)
    {
        var rows = AugmentedImages.Rows(Nothing with { Flip = 1 }, upright: false, probability).CountBy(row => row).ToDictionary();

        Assert.Equal(["1 2 3 4", "4 3 2 1"], rows.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(share, rows["4 3 2 1"] / (double)AugmentedImages.Many, .03);
        Assert.Equal(["1 2 3 4"], AugmentedImages.Rows(Nothing with { Flip = 1 }, upright: true, probability).Distinct());
    }

    // At probability p an image stays upright with 1 - p + p/4 and is turned each other way with p/4. Below p = 1 the upright ones prevail, so
    // that the generator can tell which way is up: the augmentation does not leak (Karras et al. 2020, section 2.2).
    [Theory]
    [InlineData(1)]
    [InlineData(.6)]
    public void Augment_Rotation_EachTurnAsOftenAsTheProbabilitySays(double probability)
    {
        using var scope = NewDisposeScope();
        var images = tensor(new[] { 1.0, 2, 3, 4 }).expand(AugmentedImages.Many, 4).reshape(AugmentedImages.Many, 1, 2, 2);

        var turned = AugmentedImages.Values(AugmentedImages.Augment(Nothing with { Rotation = 1 }, images, probability)).Chunk(4)
            .CountBy(image => string.Join(' ', image)).ToDictionary(pair => pair.Key, pair => pair.Value / (double)AugmentedImages.Many);

        Assert.Equal(["1 2 3 4", "2 4 1 3", "3 1 4 2", "4 3 2 1"], turned.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(1 - (.75 * probability), turned["1 2 3 4"], .03);
        Assert.All(turned.Where(pair => pair.Key != "1 2 3 4"), pair => Assert.Equal(probability / 4, pair.Value, .03));
    }

    [Fact]
    public void Augment_RotationOfWhatIsNotSquare_TurnsByHalf() =>
        Assert.Equal(["1 2 3 4", "4 3 2 1"], AugmentedImages.Rows(Nothing with { Rotation = 1 }, upright: false, 1).Distinct().Order(StringComparer.Ordinal));

    // A shift of U(-1.6, 1.6) pixels, rounded: none for 1 of 3.2, one either way for 1.1 of 3.2; the border mirrors.
    [Fact]
    public void Augment_Translation_ShiftsWholePixelsWithAMirrorAtTheBorder()
    {
        foreach (var upright in (bool[])[false, true])
        {
            var rows = AugmentedImages.Rows(Nothing with { Translation = .4 }, upright, 1).CountBy(row => row).ToDictionary();

            Assert.Equal(["1 2 3 4", "2 1 2 3", "2 3 4 3", "3 2 1 2", "3 4 3 2"], rows.Keys.Order(StringComparer.Ordinal));
            Assert.Equal(1 / 3.2, rows["1 2 3 4"] / (double)AugmentedImages.Many, .04);
            Assert.Equal(1 / 3.2, rows["2 1 2 3"] / (double)AugmentedImages.Many, .04);
            Assert.Equal(.1 / 3.2, rows["3 2 1 2"] / (double)AugmentedImages.Many, .02);
        }
    }

    [Fact]
    public void Augment_FlipThenTurnThenShift_InThePapersOrder()
    {
        using var scope = NewDisposeScope();
        var image = arange(16, dtype: ScalarType.Float64).view(1, 1, 4, 4);

        var seen = AugmentedImages.Values(AugmentedImages.Augment(Nothing with { Flip = 1, Rotation = 1, Translation = .25 }, image.expand(4000, 1, 4, 4), 1))
            .Chunk(16).Select(one => string.Join(' ', one)).ToHashSet();

        // Flipped, turned counterclockwise, then one line down and one column to the left.
        double[][] flipped = [[3, 2, 1, 0], [7, 6, 5, 4], [11, 10, 9, 8], [15, 14, 13, 12]];
        var turned = Enumerable.Range(0, 4).Select(row => Enumerable.Range(0, 4).Select(column => flipped[column][3 - row]).ToArray()).ToArray();
        var shifted = new[] { 1, 0, 1, 2 }.SelectMany(row => new[] { 1, 2, 3, 2 }.Select(column => turned[row][column]));
        Assert.Contains(string.Join(' ', shifted), seen);
    }

    [Fact]
    public void Augment_Brightness_AddsANormalNumberToEachImage()
    {
        var added = AugmentedImages.PerImage(Nothing with { Brightness = .2 }, (before, after) => AugmentedImages.Same(before.Zip(after, (x, y) => y - x)), 1);

        AssertNormal(added, .2);
    }

    [Fact]
    public void Augment_Contrast_MultipliesByANormalNumberOfOctaves()
    {
        var octaves = AugmentedImages.PerImage(Nothing with { Contrast = .5 }, (before, after) => Math.Log2(AugmentedImages.Same(before.Zip(after, (x, y) => y / x))), 1);

        AssertNormal(octaves, .5);
    }

    [Fact]
    public void Augment_Saturation_MultipliesWhatIsNotGray()
    {
        var octaves = AugmentedImages.PerImage(
            Nothing with { Saturation = 1 },
            (before, after) =>
            {
                AssertSame(AugmentedImages.PixelMeans(before), AugmentedImages.PixelMeans(after));
                return Math.Log2(AugmentedImages.Same(AugmentedImages.FromPixelMean(before).Zip(AugmentedImages.FromPixelMean(after), (x, y) => y / x)));
            },
            1);

        AssertNormal(octaves, 1);
    }

    [Fact]
    public void Augment_LumaFlip_TurnsBrightToDarkAndKeepsTheRest()
    {
        var flipped = AugmentedImages.PerImage(
            Nothing with { LumaFlip = 1 },
            (before, after) =>
            {
                AssertSame(AugmentedImages.FromPixelMean(before), AugmentedImages.FromPixelMean(after));
                return AugmentedImages.Same(AugmentedImages.PixelMeans(before).Zip(AugmentedImages.PixelMeans(after), (x, y) => y / x));
            },
            .8);

        Assert.All(flipped, side => Assert.Equal(1, Math.Abs(side), 1e-6));
        Assert.Equal(.4, flipped.Count(side => side < 0) / (double)flipped.Length, .04);
    }

    // The hue is the angle of what is not gray, seen along the gray diagonal; it turns by U(-π, π) and nothing else changes.
    [Fact]
    public void Augment_Hue_TurnsColoursAboutTheGrayAxis()
    {
        var angles = AugmentedImages.PerImage(
            Nothing with { Hue = 1 },
            (before, after) =>
            {
                AssertSame(AugmentedImages.PixelMeans(before), AugmentedImages.PixelMeans(after));
                var (x, y) = (Chroma(before), Chroma(after));
                return AugmentedImages.Same(x.Zip(y, (one, other) => Turn(one, other)));
            },
            1);

        Assert.InRange(angles.Min(), -Math.PI, -3.1);
        Assert.InRange(angles.Max(), 3.1, Math.PI);
        Assert.Equal(0, angles.Average(), .15);
        Assert.Equal(Math.PI / 2, angles.Average(Math.Abs), .1);
    }

    [Fact]
    public void Augment_Noise_DiffersFromImageToImage()
    {
        var deviations = AugmentedImages.PerImage(
            Nothing with { Noise = .1 }, (before, after) => Math.Sqrt(before.Zip(after, (x, y) => (y - x) * (y - x)).Average()), 1);

        Assert.Equal(.1 * Math.Sqrt(2 / Math.PI), deviations.Average(), .004);
        Assert.Equal(.1, Math.Sqrt(deviations.Average(deviation => deviation * deviation)), .004);
        Assert.Equal(.5, AugmentedImages.PerImage(Nothing with { Noise = .1 }, (before, after) => before.SequenceEqual(after) ? 0 : 1, .5).Average(), .04);
    }

    [Fact]
    public void Augment_Cutout_ZeroesASquareAroundAnyCentre()
    {
        var rows = AugmentedImages.Rows(Nothing with { Cutout = .5 }, upright: false, 1).CountBy(row => row).ToDictionary();

        // A centre c hides the pixels within a quarter of it; one half of the time the single line is missed.
        Assert.Equal(["0 0 3 4", "0 2 3 4", "1 0 0 4", "1 2 0 0", "1 2 3 0", "1 2 3 4"], rows.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(.5, rows["1 2 3 4"] / (double)AugmentedImages.Many, .04);
        Assert.Equal(.125, rows["1 0 0 4"] / (double)AugmentedImages.Many, .03);
    }

    [Fact]
    public void Augment_GrayImages_KeepsThemGray()
    {
        using var scope = NewDisposeScope();
        var images = tensor(AugmentedImages.Source).view(AugmentedImages.Many, 3, 4, 4).narrow(1, 0, 1);

        Assert.Equal(AugmentedImages.Values(images), AugmentedImages.Values(AugmentedImages.Augment(Nothing with { Hue = 1, Saturation = 1 }, images, 1)));
        var flipped = AugmentedImages.Values(AugmentedImages.Augment(Nothing with { LumaFlip = 1 }, images, 1));
        Assert.All(AugmentedImages.Values(images).Zip(flipped), pair => Assert.Equal(Math.Abs(pair.First), Math.Abs(pair.Second)));
    }

    [Fact]
    public void Augment_Twice_CanBeDifferentiatedTwice()
    {
        using var scope = NewDisposeScope();
        var images = tensor(AugmentedImages.Source[..96]).view(2, 3, 4, 4).requires_grad_();

        Assert.Null(FiniteDifferences.Compare([images], () =>
        {
            var scores = AugmentedImages.Augment(new AdaPipeline { Cutout = .5 }, images, 1).pow(3).sum();
            return autograd.grad([scores], [images], create_graph: true, retain_graph: true)[0].square();
        }));
    }

    [Fact]
    public void Validate_OutOfRange_NamesEach()
    {
        var problems = new OptionProblems("Options");
        new AdaPipeline
        {
            Flip = 2, Rotation = -1, Translation = 1, Brightness = -1, Contrast = -1, LumaFlip = 3, Hue = 2, Saturation = -1, Noise = -1, Cutout = 2,
        }.Validate(problems);

        var failure = Assert.Throws<ArgumentException>(problems.ThrowIfAny);

        Assert.Equal(
            "Options: Flip must be in [0, 1], was 2; Rotation must be in [0, 1], was -1; Translation must be in [0, 1), was 1; Brightness must be at least 0, was -1; "
            + "Contrast must be at least 0, was -1; LumaFlip must be in [0, 1], was 3; Hue must be in [0, 1], was 2; Saturation must be at least 0, was -1; "
            + "Noise must be at least 0, was -1; Cutout must be in [0, 1], was 2.",
            failure.Message);
    }

    private static void AssertNormal(double[] numbers, double deviation)
    {
        Assert.Equal(0, numbers.Average(), .08 * deviation);
        Assert.Equal(deviation, Math.Sqrt(numbers.Average(number => number * number)), .05 * deviation);
        Assert.Equal(.6827, numbers.Count(number => Math.Abs(number) < deviation) / (double)numbers.Length, .04);
    }

    private static void AssertSame(double[] expected, double[] actual) => Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-6));

    // Two coordinates across the gray diagonal, for each pixel.
    private static (double A, double B)[] Chroma(double[] image) =>
        [.. Enumerable.Range(0, 16).Select(i => ((image[i] - image[16 + i]) / Math.Sqrt(2), (image[i] + image[16 + i] - (2 * image[32 + i])) / Math.Sqrt(6)))];

    private static double Turn((double A, double B) from, (double A, double B) to)
    {
        Assert.Equal((from.A * from.A) + (from.B * from.B), (to.A * to.A) + (to.B * to.B), 1e-6);
        return Math.Atan2((from.A * to.B) - (from.B * to.A), (from.A * to.A) + (from.B * to.B));
    }
}
