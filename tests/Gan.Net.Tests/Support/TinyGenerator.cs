using Gan.Net.Layers;
using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Support;

/// <summary>The smallest generator that learns: latents of 3 to samples <c>[N, 2]</c>, with dropout for those who look at modes.</summary>
internal sealed class TinyGenerator : nn.Module<Tensor, Tensor>, IGenerator
{
    [ComponentName(Name = "layer")]
    private readonly Linear _layer = nn.Linear(3, 2);

    [ComponentName(Name = "dropout")]
    private readonly Dropout _dropout = nn.Dropout(0);

    public TinyGenerator(ulong seed = 1)
        : base(nameof(TinyGenerator))
    {
        using var random = new Generator(seed, CPU);
        InitialWeights.Uniform(_layer, random);
        RegisterComponents();
    }

    public LatentSpace Latent { get; } = new() { Size = 3 };

    public nn.Module Module => this;

    public double? Bound { get; init; }

    public Linear Layer => _layer;

    public Dropout Dropout => _dropout;

    public Journal? Journal { get; init; }

    public Action? Generating { get; set; }

    public Func<Tensor, Tensor> Output { get; init; } = samples => samples;

    public Tensor Generate(GeneratorInput input)
    {
        var (latents, condition) = (input.Latents!, input.Condition);
        Journal?.Note($"generate {latents.shape[0]}");
        Generating?.Invoke();
        return Output(call(latents));
    }

    public override Tensor forward(Tensor input) => _dropout.call(_layer.call(input)).tanh();
}
