using Gan.Net.Layers;
using Gan.Net.Mlp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Benchmarks.Modes;

/// <summary>
/// The discriminator of the other rows with minibatch discrimination before its last layer, as Salimans et al. 2016 place it.
/// </summary>
internal sealed class MinibatchCritic : nn.Module<Tensor, Tensor>, IDiscriminator
{
    private const long KernelSize = 3;

    [ComponentName(Name = "layers")]
    private readonly Sequential _layers;

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

        layers.AddRange([new MinibatchDiscrimination(inputs, random, kernels, KernelSize), Filled(nn.Linear(inputs + kernels, 1), random)]);
        _layers = nn.Sequential(layers);
        RegisterComponents();
    }

    public nn.Module Module => this;

    public Tensor Score(Tensor samples, Tensor? condition = null) => call(samples);

    public override Tensor forward(Tensor input) => _layers.call(input).flatten();

    private static Linear Filled(Linear layer, Generator random)
    {
        InitialWeights.Uniform(layer, random);
        return layer;
    }
}
