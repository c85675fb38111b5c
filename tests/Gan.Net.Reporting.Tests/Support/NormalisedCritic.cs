using Gan.Net.Layers;
using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Reporting.Tests.Support;

/// <summary>A critic of the plane that remembers every batch it scores in training mode: batch norm's running statistics.</summary>
internal sealed class NormalisedCritic : nn.Module<Tensor, Tensor>, IDiscriminator
{
    [ComponentName(Name = "first")]
    private readonly Linear _first = nn.Linear(2, 8);

    [ComponentName(Name = "norm")]
    private readonly BatchNorm1d _norm = nn.BatchNorm1d(8);

    [ComponentName(Name = "last")]
    private readonly Linear _last = nn.Linear(8, 1);

    public NormalisedCritic()
        : base(nameof(NormalisedCritic))
    {
        using var random = new Generator(3, CPU);
        InitialWeights.Uniform(_first, random);
        InitialWeights.Uniform(_last, random);
        RegisterComponents();
    }

    public nn.Module Module => this;

    public DiscriminatorOutput Score(DiscriminatorInput input) => new() { Logits = call(input.Samples) };

    public override Tensor forward(Tensor input) => _last.call(_norm.call(_first.call(input)).tanh()).flatten();
}
