using Gan.Net.Layers;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Gan.Net.Features;

/// <summary>The digit classifier's network: <c>[N, 1, 28, 28]</c> to features <c>[N, 128]</c> by <c>body</c>, to logits by <c>head</c>.</summary>
internal sealed class DigitNetwork : Module<Tensor, Tensor>
{
    public const int FeatureCount = 128;

    [ComponentName(Name = "body")]
    private readonly Sequential _body;

    [ComponentName(Name = "head")]
    private readonly Linear _head;

    public DigitNetwork(int classes, long seed)
        : base(nameof(DigitNetwork))
    {
        _body = Sequential(
            Conv2d(1, 16, kernel_size: 5), MaxPool2d(2), ReLU(inplace: true),
            Conv2d(16, 32, kernel_size: 5), MaxPool2d(2), ReLU(inplace: true),
            Flatten(), Linear(32 * 4 * 4, FeatureCount), ReLU(inplace: true));
        _head = Linear(FeatureCount, classes);
        RegisterComponents();
        using var random = new Generator(SeededRandom.Derive((ulong)seed, 1), CPU);
        Initialise(random);
    }

    public Tensor Features(Tensor images) => _body.call(images);

    public Tensor Logits(Tensor features) => _head.call(features);

    public override Tensor forward(Tensor input) => Logits(Features(input));

    private void Initialise(Generator random)
    {
        using var still = no_grad();
        foreach (var module in modules())
        {
            switch (module)
            {
                case Linear linear:
                    InitialWeights.Uniform(linear, random);
                    break;
                case Conv2d convolution:
                    var bound = 1 / Math.Sqrt(convolution.weight.numel() / convolution.weight.shape[0]);
                    convolution.weight.uniform_(-bound, bound, random);
                    convolution.bias?.uniform_(-bound, bound, random);
                    break;
            }
        }
    }
}
