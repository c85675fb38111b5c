namespace TorchSharp.Modules;

/// <summary>Turns channels into pixels: <c>[N, C r^2, H, W]</c> to <c>[N, C, H r, W r]</c>.</summary>
public sealed class PixelShuffle : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    internal PixelShuffle(long upscale_factor)
        : base(nameof(PixelShuffle)) => this.upscale_factor = upscale_factor;

    public long upscale_factor { get; set; }

    public override torch.Tensor forward(torch.Tensor input) => torch.nn.functional.pixel_shuffle(input, upscale_factor);
}
