using Gan.Net.Augmentations;
using Gan.Net.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Augmentations;

public sealed class DiffAugmentTests
{
    private static readonly DiffAugment Nothing = new() { Brightness = 0, Saturation = 0, Contrast = 0, Translation = 0, Cutout = 0 };

    [Fact]
    public void Create_Defaults_AreTheAuthors() =>
        Assert.Equal(new DiffAugment { Brightness = .5, Saturation = 1, Contrast = .5, Translation = .125, Cutout = .5 }, new DiffAugment());

    [Fact]
    public void Augment_AllLeftOut_IsTheIdentityBitForBit() => Assert.Equal(AugmentedImages.Source, AugmentedImages.Of(Nothing));

    [Fact]
    public void Augment_Brightness_AddsOneNumberToEachImage()
    {
        var added = AugmentedImages.PerImage(Nothing with { Brightness = .5 }, (before, after) => AugmentedImages.Same(before.Zip(after, (x, y) => y - x)));

        Assert.InRange(added.Min(), -.5, -.49);
        Assert.InRange(added.Max(), .49, .5);
        Assert.Equal(0, added.Average(), .03);
    }

    [Fact]
    public void Augment_Saturation_ScalesChannelsAroundThePixelsMean()
    {
        var factors = AugmentedImages.PerImage(Nothing with { Saturation = 1 }, (before, after) =>
            AugmentedImages.Same(AugmentedImages.FromPixelMean(before).Zip(AugmentedImages.FromPixelMean(after), (x, y) => y / x)));

        Assert.InRange(factors.Min(), 0, .02);
        Assert.InRange(factors.Max(), 1.98, 2);
        AssertMeans(Nothing with { Saturation = 1 }, AugmentedImages.PixelMeans);
    }

    [Fact]
    public void Augment_Contrast_ScalesPixelsAroundTheImagesMean()
    {
        var factors = AugmentedImages.PerImage(Nothing with { Contrast = .5 }, (before, after) =>
            AugmentedImages.Same(before.Zip(after, (x, y) => (y - after.Average()) / (x - before.Average()))));

        Assert.InRange(factors.Min(), .5, .51);
        Assert.InRange(factors.Max(), 1.49, 1.5);
        AssertMeans(Nothing with { Contrast = .5 }, image => [image.Average()]);
    }

    // Shifted by a quarter at most, either way, with zeros coming in; by half of 4 cut anywhere, also over the border.
    [Theory]
    [InlineData(.25, 0, "0 1 2 3|1 2 3 4|2 3 4 0")]
    [InlineData(0, .5, "0 0 3 4|0 2 3 4|1 0 0 4|1 2 0 0|1 2 3 0")]
    [InlineData(0, .75, "0 0 0 4|0 0 3 4|1 0 0 0|1 2 0 0")]
    public void Augment_TranslationAndCutout_MakesEachEquallyOften(double translation, double cutout, string expected)
    {
        var settings = Nothing with { Translation = translation, Cutout = cutout };
        foreach (var upright in (bool[])[false, true])
        {
            var rows = AugmentedImages.Rows(settings, upright).CountBy(row => row).ToDictionary();

            var all = expected.Split('|');
            Assert.Equal(all, rows.Keys.Order(StringComparer.Ordinal));
            Assert.All(rows.Values, count => Assert.InRange(count, AugmentedImages.Many / all.Length * .85, AugmentedImages.Many / all.Length * 1.15));
        }
    }

    [Fact]
    public void Augment_Vectors_IsRefused()
    {
        var failure = Assert.Throws<ArgumentException>("samples", () => AugmentedImages.Augment(new DiffAugment(), zeros(4, 2)));

        Assert.StartsWith("The samples are [4, 2]; DiffAugment takes images [N, C, H, W]. Use InstanceNoise for vectors.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_OutOfRange_NamesEach()
    {
        var problems = new OptionProblems("Options");
        new DiffAugment { Brightness = -1, Saturation = -2, Contrast = double.NaN, Translation = 1, Cutout = 1.5 }.Validate(problems);

        var failure = Assert.Throws<ArgumentException>(problems.ThrowIfAny);

        Assert.Equal(
            "Options: Brightness must be at least 0, was -1; Saturation must be at least 0, was -2; Contrast must be at least 0, was NaN; "
            + "Translation must be in [0, 1), was 1; Cutout must be in [0, 1], was 1.5.",
            failure.Message);
    }

    private static void AssertMeans(IAugmentation augmentation, Func<double[], double[]> mean) => AugmentedImages.PerImage(augmentation, (before, after) =>
    {
        Assert.All(mean(before).Zip(mean(after)), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        return 0;
    });
}
