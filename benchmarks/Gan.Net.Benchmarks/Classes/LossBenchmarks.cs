using BenchmarkDotNet.Attributes;
using Gan.Net.Losses;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Benchmarks.Classes;

/// <summary>Losses, forward and backward, on the logits of one batch.</summary>
public class LossBenchmarks
{
    private readonly Tensor _real = randn(128).requires_grad_();
    private readonly Tensor _fake = randn(128).requires_grad_();

    /// <summary>The losses measured.</summary>
    public static IEnumerable<IAdversarialLoss> Losses => [new MinimaxLoss(), new NonSaturatingLoss(), new WassersteinLoss()];

    /// <summary>The loss of this run.</summary>
    [ParamsSource(nameof(Losses))]
    public IAdversarialLoss Loss { get; set; } = new NonSaturatingLoss();

    /// <summary>Both players' terms and their gradients.</summary>
    [Benchmark]
    public void BothPlayers()
    {
        using var scope = NewDisposeScope();
        Loss.ForDiscriminator(_real, _fake).mean().add(Loss.ForGenerator(_real, _fake).mean()).backward();
    }
}
