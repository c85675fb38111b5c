using static TorchSharp.torch;

namespace Gan.Net.Augmentations;

/// <summary>
/// ADA's changes of colour: brightness, contrast, luma flip, hue, saturation, in this order (Karras et al. 2020, appendix B, figure 21),
/// joined to one affine map of the channels for each image. The luma axis is the diagonal, v = (1, ..., 1)/√C, and each map is written so
/// that without its change it is the identity to the last bit.
/// </summary>
internal static class AdaColor
{
    public static Tensor Apply(AdaPipeline settings, Tensor images, Tensor probability, SampleChance chance)
    {
        var channels = images.shape[1];
        var identity = eye(channels, dtype: images.dtype, device: images.device);
        var luma = full([channels, channels], 1.0 / channels, dtype: images.dtype, device: images.device);
        Tensor Amount(Tensor number) => number.mul(chance.Happens(probability)).view(-1, 1, 1);

        var brightness = Amount(chance.Normal().mul(settings.Brightness));
        var contrast = Amount(chance.Normal().mul(settings.Contrast)).exp2();
        var flipped = chance.Happens(probability.mul(settings.LumaFlip)).logical_and(chance.Uniform().lt(0.5)).to(images.dtype).view(-1, 1, 1);
        var angle = Amount(chance.Either().mul(Math.PI * settings.Hue));
        var saturation = Amount(chance.Normal().mul(settings.Saturation)).exp2();

        var map = identity.sub(luma.mul(flipped.mul(2))).mul(contrast);
        if (channels == 3)
        {
            map = Hue(identity, luma, angle).bmm(map);
        }

        map = identity.add(identity.sub(luma).mul(saturation.sub(1))).bmm(map);
        return map.bmm(images.flatten(2).add(brightness)).view(images.shape);
    }

    // Rodrigues' formula for a turn about the luma axis.
    private static Tensor Hue(Tensor identity, Tensor luma, Tensor angle)
    {
        var side = 1 / Math.Sqrt(3);
        var cross = tensor(new[,] { { 0, -side, side }, { side, 0, -side }, { -side, side, 0 } }, dtype: identity.dtype, device: identity.device);
        return identity.add(identity.sub(luma).mul(angle.cos().sub(1))).add(cross.mul(angle.sin()));
    }
}
