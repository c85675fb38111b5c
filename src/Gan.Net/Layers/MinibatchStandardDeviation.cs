using static TorchSharp.torch;

namespace Gan.Net.Layers;

/// <summary>
/// Minibatch standard deviation (Karras et al. 2018, section 3, in StyleGAN2's groups): adds one channel that says how much the
/// sample's group varies: <c>[N, C, ...]</c> to <c>[N, C + 1, ...]</c>. The standard deviation is taken in the group for each number of
/// a sample and averaged over them. Groups are strided: with N / G groups, sample i is in group i mod (N / G). Holds no state.
/// </summary>
// Deviation: StyleGAN2 stops at a batch that does not divide into groups; here the groups become smaller until it does, so that a last,
// smaller batch passes.
public sealed class MinibatchStandardDeviation : nn.Module<Tensor, Tensor>
{
    private const double Epsilon = 1e-8;

    private readonly long _groupSize;

    /// <summary>Makes the layer.</summary>
    /// <param name="groupSize">Samples in a group, at least 1; a batch with fewer is one group. Default 4, the paper's.</param>
    public MinibatchStandardDeviation(long groupSize = 4)
        : base(nameof(MinibatchStandardDeviation))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groupSize, 1);
        _groupSize = groupSize;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The input has no channels.</exception>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        InputShapes.Require(input.ndim >= 2, input, "[N, C, ...]");
        var shape = input.shape;
        var size = GroupSize(shape[0]);
        var groups = input.reshape(size, shape[0] / size, -1);
        var deviations = groups.sub(groups.mean([0])).square().mean([0]).add(Epsilon).sqrt().mean([1]);
        shape[1] = 1;
        var one = shape.Select((_, axis) => axis == 0 ? shape[0] : 1).ToArray();
        return cat([input, deviations.repeat(size).view(one).expand(shape)], 1);
    }

    private long GroupSize(long count)
    {
        var size = Math.Min(_groupSize, count);
        while (count % size != 0)
        {
            size--;
        }

        return size;
    }
}
