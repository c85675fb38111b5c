using Gan.Net.Augmentations;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Support;

/// <summary>Many small colour images, and what augmentations make of them.</summary>
internal static class AugmentedImages
{
    public const int Many = 2000;
    private const int Channels = 3;
    private const int Size = 4;
    private const int Numbers = Channels * Size * Size;

    /// <summary>All numbers of the images.</summary>
    public static double[] Source { get; } = Draw();

    /// <summary>All numbers of the augmented images.</summary>
    public static double[] Of(IAugmentation augmentation, double? probability = null)
    {
        using var scope = NewDisposeScope();
        return Values(Augment(augmentation, tensor(Source).view(Many, Channels, Size, Size), probability));
    }

    /// <summary>A number for each image, from its numbers before and after.</summary>
    public static double[] PerImage(IAugmentation augmentation, Func<double[], double[], double> number, double? probability = null) =>
        [.. Source.Chunk(Numbers).Zip(Of(augmentation, probability).Chunk(Numbers), number)];

    /// <summary>The rows, or columns, that the augmentation makes of 1 2 3 4.</summary>
    public static IEnumerable<string> Rows(IAugmentation augmentation, bool upright, double? probability = null)
    {
        using var scope = NewDisposeScope();
        var images = tensor(new[] { 1.0, 2, 3, 4 }).expand(Many, 4).reshape(upright ? [Many, 1, 4, 1] : [Many, 1, 1, 4]);
        return [.. Values(Augment(augmentation, images, probability)).Chunk(4).Select(row => string.Join(' ', row))];
    }

    public static Tensor Augment(IAugmentation augmentation, Tensor samples, double? probability = null)
    {
        using var random = new Generator(5, CPU);
        return probability is double share
            ? ((IGradedAugmentation)augmentation).Augment(samples, tensor(share), random)
            : augmentation.Augment(samples, random);
    }

    /// <summary>The one number that all are, to rounding.</summary>
    public static double Same(IEnumerable<double> numbers)
    {
        var all = numbers.ToArray();
        Assert.All(all, number => Assert.Equal(all[0], number, 1e-6 * (1 + Math.Abs(all[0]))));
        return all.Average();
    }

    /// <summary>The mean over the channels of each pixel of one image.</summary>
    public static double[] PixelMeans(double[] image) =>
        [.. Enumerable.Range(0, Size * Size).Select(pixel => Enumerable.Range(0, Channels).Average(channel => image[(channel * Size * Size) + pixel]))];

    /// <summary>What is left of each number of one image without its pixel's mean.</summary>
    public static double[] FromPixelMean(double[] image)
    {
        var means = PixelMeans(image);
        return [.. image.Select((value, i) => value - means[i % (Size * Size)])];
    }

    public static double[] Values(Tensor tensor) => tensor.detach().contiguous().data<double>().ToArray();

    private static double[] Draw()
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(4, CPU);
        return Values(randn(Many * Numbers, dtype: ScalarType.Float64, generator: random));
    }
}
