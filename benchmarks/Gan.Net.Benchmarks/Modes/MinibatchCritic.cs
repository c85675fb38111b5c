using Gan.Net.Layers;
using Gan.Net.Mlp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Benchmarks.Modes;

/// <summary>
/// The discriminator of the other rows with minibatch discrimination before its last layer, as Salimans et al. 2016 place it. Their sum over the batch is divided by the
/// batch: as a sum, 128 close samples drown the features beside it.
/// </summary>
internal sealed class MinibatchCritic : nn.Module<Tensor, Tensor>, IDiscriminator
{
    private const long KernelSize = 2;

    // Features of points are small, and at the layer's own scale all samples start out close to each other.
    private const double KernelScale = 4;

    [ComponentName(Name = "layers")]
    private readonly Sequential _layers;

    [ComponentName(Name = "discrimination")]
    private readonly MinibatchDiscrimination _discrimination;

    [ComponentName(Name = "last")]
    private readonly Linear _last;

    private readonly int _kernels;

    public MinibatchCritic(MlpOptions options, int kernels)
        : base(nameof(MinibatchCritic))
    {
        using var random = new Generator(SeededRandom.Derive((ulong)options.Seed, 2), CPU);
        var layers = new List<nn.Module<Tensor, Tensor>>();
        var inputs = options.SampleShape[0];
        foreach (var width in options.DiscriminatorWidths)
        {
            layers.AddRange([Filled(nn.Linear(inputs, width), random), nn.LeakyReLU(options.DiscriminatorSlope)]);
            inputs = width;
        }

        _layers = nn.Sequential(layers);
        _discrimination = new MinibatchDiscrimination(inputs, random, kernels, KernelSize);
        using var still = no_grad();
        _discrimination.parameters().Single().mul_(KernelScale);
        _last = Filled(nn.Linear(inputs + kernels, 1), random);
        _kernels = kernels;
        RegisterComponents();
    }

    public nn.Module Module => this;

    public DiscriminatorOutput Score(DiscriminatorInput input) => new() { Logits = call(input.Samples) };

    public override Tensor forward(Tensor input)
    {
        var judged = _discrimination.call(_layers.call(input));
        var features = judged.shape[1] - _kernels;
        var closeness = judged.narrow(1, features, _kernels).div(input.shape[0]);
        return _last.call(cat([judged.narrow(1, 0, features), closeness], 1)).flatten();
    }

    private static Linear Filled(Linear layer, Generator random)
    {
        InitialWeights.Uniform(layer, random);
        return layer;
    }
}
