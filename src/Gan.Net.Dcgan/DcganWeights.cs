using Gan.Net.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.Dcgan;

/// <summary>The paper's initial weights: convolutions from N(0, 0.02²), batch-norm scales from N(1, 0.02²), shifts zero. Those that belong to a class start at one.</summary>
internal static class DcganWeights
{
    private const double Deviation = 0.02;

    public static void Initialise(nn.Module network, Generator random)
    {
        foreach (var module in network.modules())
        {
            switch (module)
            {
                case Convolution convolution:
                    InitialWeights.Normal(convolution.weight, 0, Deviation, random);
                    break;
                case IProductLayer product:
                    InitialWeights.Normal(product.Weight, 0, Deviation, random);
                    break;
                case BatchNorm2d { weight: { } scale }:
                    InitialWeights.Normal(scale, 1, Deviation, random);
                    break;
            }
        }
    }
}
