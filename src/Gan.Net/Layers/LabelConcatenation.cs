using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Layers;

/// <summary>
/// Labels beside the input, as the conditional GAN has them (Mirza and Osindero 2014, section 3.2): numbers <c>[N, A, ...]</c> and class labels
/// <c>[N]</c> (int64) to <c>[N, A + B, ...]</c>, where each class has B learnt numbers, or for pictures B learnt planes. State:
/// <c>weight</c>, <c>[classes, B...]</c>. Not thread-safe.
/// </summary>
public sealed class LabelConcatenation : nn.Module<Tensor, Tensor, Tensor>
{
    [ComponentName(Name = "weight")]
    private readonly Parameter _weight;

    /// <summary>Makes the layer with numbers from N(0, 1).</summary>
    /// <param name="classes">Classes, at least 1.</param>
    /// <param name="added">The shape of what is added to one sample: <c>[B]</c> or <c>[B, H, W]</c>, each size at least 1.</param>
    /// <param name="random">Where the numbers come from; a CPU generator.</param>
    public LabelConcatenation(long classes, IReadOnlyList<long> added, Generator random)
        : base(nameof(LabelConcatenation))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        ArgumentNullException.ThrowIfNull(added);
        ArgumentOutOfRangeException.ThrowIfLessThan(added.Count == 0 ? 0 : added.Min(), 1, nameof(added));
        _weight = InitialWeights.Parameter([classes, .. added]);
        InitialWeights.Normal(_weight, 0, 1, random);
        RegisterComponents();
    }

    /// <summary>Joins.</summary>
    /// <param name="input1">Numbers, <c>[N, A, ...]</c>.</param>
    /// <param name="input2">Labels, <c>[N]</c> (int64), each at least 0 and below the number of classes.</param>
    /// <exception cref="ArgumentException">The input or the labels have another shape.</exception>
    public override Tensor forward(Tensor input1, Tensor input2)
    {
        ArgumentNullException.ThrowIfNull(input1);
        ArgumentNullException.ThrowIfNull(input2);
        var added = _weight.shape;
        InputShapes.Require(input1.ndim == added.Length && input1.shape.AsSpan(2).SequenceEqual(added.AsSpan(2)), input1, $"[{string.Join(", ", ["N", "A", .. added[2..]])}]");
        InputShapes.Require(input2.ndim == 1 && input2.shape[0] == input1.shape[0], input2, $"labels [{input1.shape[0]}], one for each sample");
        return cat([input1, _weight.index_select(0, input2)], 1);
    }
}
