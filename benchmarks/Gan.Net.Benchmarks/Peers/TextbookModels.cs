using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Gan.Net.Benchmarks.Peers;

/// <summary>The rows' networks as a tutorial writes them on TorchSharp: the same layers as ours, of the engine's own modules.</summary>
internal static class TextbookModels
{
    public static (Module<Tensor, Tensor> Generator, Module<Tensor, Tensor> Discriminator) Of(PeerRow row) => row.Name switch
    {
        "ring" => (Sequential([.. Stack([10, 64, 32, 2], 0), Tanh(), new Then(x => x * 3)]), Sequential([.. Stack([2, 32, 16, 1], 0.2), Flatten(0)])),
        "mlp" or "wgan-gp-mlp" => (
            Sequential([.. Stack([100, 256, 512, 784], 0.2), Tanh(), new Then(x => x.view(-1, 1, 28, 28))]),
            Sequential([Flatten(), .. Stack([784, 512, 256, 1], 0.2), Flatten(0)])),
        "dcgan64" => (DcganGenerator(512, 4, 3), DcganDiscriminator(3, 4, 4, true)),
        _ => (DcganGenerator(128, 7, 1), DcganDiscriminator(1, 2, 7, !row.Wgan)),
    };

    /// <summary>Coordinates of a latent.</summary>
    public static long Latent(PeerRow row) => row.Name == "ring" ? 10 : 100;

    /// <summary>A generator of digits, as <c>sample</c> uses it.</summary>
    public static Module<Tensor, Tensor> Digits() => DcganGenerator(128, 7, 1);

    private static List<Module<Tensor, Tensor>> Stack(long[] widths, double slope)
    {
        var layers = new List<Module<Tensor, Tensor>>();
        for (var i = 0; i < widths.Length - 1; i++)
        {
            layers.Add(Linear(widths[i], widths[i + 1]));
            if (i < widths.Length - 2)
            {
                layers.Add(slope == 0 ? ReLU() : LeakyReLU(slope));
            }
        }

        return layers;
    }

    private static Module<Tensor, Tensor> DcganGenerator(long channels, long side, long colours)
    {
        List<Module<Tensor, Tensor>> layers =
        [
            new Then(x => x.unsqueeze(-1).unsqueeze(-1)),
            ConvTranspose2d(100, channels, kernel_size: side, bias: false), BatchNorm2d(channels), ReLU(inplace: true),
        ];
        for (; channels > 64; channels /= 2)
        {
            layers.Add(ConvTranspose2d(channels, channels / 2, kernel_size: 4, stride: 2, padding: 1, bias: false));
            layers.Add(BatchNorm2d(channels / 2));
            layers.Add(ReLU(inplace: true));
        }

        return Sequential([.. layers, ConvTranspose2d(64, colours, kernel_size: 4, stride: 2, padding: 1, bias: false), Tanh()]);
    }

    private static Module<Tensor, Tensor> DcganDiscriminator(long colours, int stages, long side, bool norm)
    {
        List<Module<Tensor, Tensor>> layers = [Conv2d(colours, 64, kernel_size: 4, stride: 2, padding: 1, bias: false), LeakyReLU(0.2, inplace: true)];
        var channels = 64L;
        for (var stage = 1; stage < stages; stage++, channels *= 2)
        {
            layers.Add(Conv2d(channels, channels * 2, kernel_size: 4, stride: 2, padding: 1, bias: false));
            if (norm)
            {
                layers.Add(BatchNorm2d(channels * 2));
            }

            layers.Add(LeakyReLU(0.2, inplace: true));
        }

        return Sequential([.. layers, Conv2d(channels, 1, kernel_size: side, bias: false), Flatten(0)]);
    }

    private sealed class Then(Func<Tensor, Tensor> step) : Module<Tensor, Tensor>(nameof(Then))
    {
        public override Tensor forward(Tensor input) => step(input);
    }
}
