using Gan.Net.Layers;
using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Reliability.Games;

/// <summary>A small generator with batch norm, whose running statistics are state too: latents of 3 to samples <c>[N, 1, 4, 4]</c>.</summary>
internal sealed class SmallGenerator : nn.Module<Tensor, Tensor>, IGenerator
{
    [ComponentName(Name = "first")]
    private readonly Linear _first;

    [ComponentName(Name = "norm")]
    private readonly BatchNorm1d _norm;

    [ComponentName(Name = "last")]
    private readonly Linear _last;

    public SmallGenerator(ulong seed, int hidden = 8)
        : base(nameof(SmallGenerator))
    {
        _first = nn.Linear(3, hidden);
        _norm = nn.BatchNorm1d(hidden);
        _last = nn.Linear(hidden, 16);
        using var random = new Generator(seed, CPU);
        InitialWeights.Uniform(_first, random);
        InitialWeights.Uniform(_last, random);
        RegisterComponents();
    }

    public LatentSpace Latent { get; } = new() { Size = 3 };

    public nn.Module Module => this;

    public Tensor Generate(GeneratorInput input) => call(input.Latents!);

    public override Tensor forward(Tensor input) => _last.call(_norm.call(_first.call(input)).relu()).tanh().view(-1, 1, 4, 4);
}
