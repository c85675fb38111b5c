using static TorchSharp.torch;

namespace Gan.Net.Augmentations;

/// <summary>
/// Random numbers, one of each kind for each sample of a batch: all drawn at once on the CPU, in an order that depends on nothing, and
/// moved to the samples in one go. Used within one dispose scope.
/// </summary>
internal sealed class SampleChance
{
    private readonly Tensor _uniform;
    private readonly Tensor _normal;
    private int _nextUniform;
    private int _nextNormal;

    public SampleChance(Tensor samples, int uniform, int normal, Generator random)
    {
        var count = samples.shape[0];
        _uniform = Draw.Uniform([uniform, count], random).to(samples.dtype).to(samples.device);
        _normal = randn([Math.Max(normal, 1), count], dtype: ScalarType.Float32, generator: random).to(samples.dtype).to(samples.device);
    }

    /// <summary>A number of U(0, 1) for each sample, <c>[N]</c>.</summary>
    public Tensor Uniform() => _uniform.select(0, _nextUniform++);

    /// <summary>A number of U(-1, 1) for each sample, <c>[N]</c>.</summary>
    public Tensor Either() => Uniform().mul(2).sub(1);

    /// <summary>A number of N(0, 1) for each sample, <c>[N]</c>.</summary>
    public Tensor Normal() => _normal.select(0, _nextNormal++);

    /// <summary>Whether something happens to a sample, <c>[N]</c> of bool.</summary>
    public Tensor Happens(Tensor probability) => Uniform().lt(probability);

    /// <summary>Whole numbers from 0 to below a bound, each equally likely, <c>[N]</c> of int64.</summary>
    public Tensor Whole(long bound) => Uniform().mul(bound).floor().clamp_max(bound - 1).to(ScalarType.Int64);
}
