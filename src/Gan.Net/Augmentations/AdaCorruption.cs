using static TorchSharp.torch;

namespace Gan.Net.Augmentations;

/// <summary>ADA's corruptions: noise, then a cut-out square (Karras et al. 2020, appendix B, figure 21).</summary>
internal static class AdaCorruption
{
    public static Tensor Apply(AdaPipeline settings, Tensor images, Tensor probability, SampleChance chance, Generator random)
    {
        var noisy = chance.Happens(probability);
        var deviation = chance.Normal().abs().mul(settings.Noise).mul(noisy).ForImages();
        if (settings.Noise > 0)
        {
            images = images.add(randn(images.shape, dtype: images.dtype, generator: random).to(images.device).mul(deviation));
        }

        var cut = chance.Happens(probability).ForImages();
        var hidden = Hidden(images, 2, settings.Cutout, chance).logical_and(Hidden(images, 3, settings.Cutout, chance)).logical_and(cut);
        return settings.Cutout > 0 ? images.mul(hidden.logical_not()) : images;
    }

    // Whether each line lies within half a side of a centre anywhere in the image, as one dimension of [N, 1, H, W].
    private static Tensor Hidden(Tensor images, int dimension, double side, SampleChance chance)
    {
        var size = images.shape[dimension];
        var lines = ImageSamples.Lines(images, dimension).to(images.dtype).add(0.5).div(size);
        var shape = new long[] { 1, 1, 1, 1 };
        shape[dimension] = size;
        return lines.view(shape).sub(chance.Uniform().ForImages()).abs().mul(2).lt(side);
    }
}
