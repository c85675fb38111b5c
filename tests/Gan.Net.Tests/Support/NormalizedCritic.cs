using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Support;

/// <summary>Batch normalisation before another critic: one with buffers. Owns the layer, not the critic.</summary>
internal sealed class NormalizedCritic : nn.Module, IDiscriminator
{
    [ComponentName(Name = "norm")]
    private readonly BatchNorm1d _norm = nn.BatchNorm1d(2, dtype: ScalarType.Float64);

    [ComponentName(Name = "critic")]
    private readonly SmoothCritic _critic;

    public NormalizedCritic(SmoothCritic critic)
        : base(nameof(NormalizedCritic))
    {
        _critic = critic;
        RegisterComponents();
    }

    public nn.Module Module => this;

    public DiscriminatorOutput Score(DiscriminatorInput input) => new() { Logits = _critic.Score(_norm.call(input.Samples), input.Condition) };
}
