using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Support;

/// <summary>The reference's critic ½ xᵀAx + bᵀx with A = [[2, 1], [1, 3]] and b = (0.5, -1).</summary>
internal sealed class QuadraticCritic : nn.Module, IDiscriminator
{
    [ComponentName(Name = "a")]
    private readonly Parameter _a = new(tensor(new[,] { { 2.0, 1 }, { 1, 3 } }));

    [ComponentName(Name = "b")]
    private readonly Parameter _b = new(tensor(new[] { .5, -1 }));

    public QuadraticCritic()
        : base(nameof(QuadraticCritic)) => RegisterComponents();

    public nn.Module Module => this;

    public Parameter A => _a;

    public Parameter B => _b;

    public DiscriminatorOutput Score(DiscriminatorInput input) => new() { Logits = input.Samples.matmul(_a).mul(input.Samples).sum(1).mul(.5).add(input.Samples.mv(_b)) };
}
