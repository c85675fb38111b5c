using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Layers;

/// <summary>
/// Conditional batch normalisation (Dumoulin et al. 2017; de Vries et al. 2017): images <c>[N, C, H, W]</c> and class labels <c>[N]</c>
/// (int64) to images. Batch normalisation whose scale and shift belong to the class. State: <c>norm.running_mean</c>,
/// <c>norm.running_var</c>, <c>norm.num_batches_tracked</c>, <c>scale</c> and <c>shift</c>, both <c>[classes, C]</c>. Not thread-safe.
/// </summary>
public sealed class ConditionalBatchNorm2d : nn.Module<Tensor, Tensor, Tensor>
{
    [ComponentName(Name = "norm")]
    private readonly BatchNorm2d _norm;

    [ComponentName(Name = "scale")]
    private readonly Parameter _scale;

    [ComponentName(Name = "shift")]
    private readonly Parameter _shift;

    /// <summary>Makes the layer with all scales one and all shifts zero.</summary>
    /// <param name="channels">C, at least 1.</param>
    /// <param name="classes">Classes, at least 1.</param>
    public ConditionalBatchNorm2d(long channels, long classes)
        : base(nameof(ConditionalBatchNorm2d))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        _norm = nn.BatchNorm2d(channels, affine: false);
        _scale = InitialWeights.Parameter(classes, channels);
        _shift = InitialWeights.Parameter(classes, channels);
        InitialWeights.Constant(_scale, 1);
        RegisterComponents();
    }

    /// <summary>Normalises.</summary>
    /// <param name="input1">Images, <c>[N, C, H, W]</c>.</param>
    /// <param name="input2">Labels, <c>[N]</c> (int64), each at least 0 and below the number of classes.</param>
    /// <exception cref="ArgumentException">The images or labels have another shape.</exception>
    public override Tensor forward(Tensor input1, Tensor input2)
    {
        ArgumentNullException.ThrowIfNull(input1);
        ArgumentNullException.ThrowIfNull(input2);
        var (count, channels) = (input1.shape[0], _scale.shape[1]);
        InputShapes.Require(input1.ndim == 4 && input1.shape[1] == channels, input1, $"[N, {channels}, H, W]");
        InputShapes.Require(input2.ndim == 1 && input2.shape[0] == count, input2, $"labels [{count}], one for each image");
        var scale = _scale.index_select(0, input2).view(count, channels, 1, 1);
        return _norm.call(input1).mul(scale).add(_shift.index_select(0, input2).view(count, channels, 1, 1));
    }
}
