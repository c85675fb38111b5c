using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Layers;

/// <summary>
/// Minibatch discrimination (Salimans et al. 2016, section 3.2): features <c>[N, A]</c> to <c>[N, A + B]</c>, the features themselves
/// and for each of B kernels how close the sample is to all others of the batch, Σ exp(-‖M_i - M_j‖₁) with M = f·T. A discriminator so
/// sees whether a batch varies. State: <c>weight</c>, T of <c>[A, B, C]</c>. Not thread-safe.
/// </summary>
public sealed class MinibatchDiscrimination : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = "weight")]
    private readonly Parameter _weight;

    /// <summary>Makes the layer with T from N(0, 1/A), which keeps M as large as the features.</summary>
    /// <param name="features">Features coming in, A, at least 1.</param>
    /// <param name="random">Where the weights come from; a CPU generator.</param>
    /// <param name="kernels">Features added, B, at least 1. Default 100.</param>
    /// <param name="kernelSize">Numbers compared for each of them, C, at least 1. Default 5.</param>
    public MinibatchDiscrimination(long features, Generator random, long kernels = 100, long kernelSize = 5)
        : base(nameof(MinibatchDiscrimination))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(kernels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(kernelSize, 1);
        _weight = InitialWeights.Parameter(features, kernels, kernelSize);
        InitialWeights.Normal(_weight, 0, 1 / Math.Sqrt(features), random);
        RegisterComponents();
    }

    /// <summary>Whether a sample counts as close to itself. Default <see cref="SelfTerm.Included"/>, the paper's.</summary>
    public SelfTerm SelfTerm { get; init; } = SelfTerm.Included;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The input is not <c>[N, A]</c>.</exception>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        InputShapes.Require(input.ndim == 2 && input.shape[1] == _weight.shape[0], input, $"[N, {_weight.shape[0]}]");
        // Numbers compared first and samples last: sums then run along whole rows of memory, several times as fast.
        var rows = _weight.permute(2, 1, 0).flatten(0, 1).mm(input.t()).view(_weight.shape[2], _weight.shape[1], input.shape[0]);
        var distances = rows.unsqueeze(3).sub(rows.unsqueeze(2)).abs().sum([0]);
        var closeness = distances.neg().exp().sum(-1).t();
        return cat([input, SelfTerm == SelfTerm.Included ? closeness : closeness.sub(1)], 1);
    }
}
