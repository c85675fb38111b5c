using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Layers;

/// <summary>
/// Spectral normalisation (Miyato et al. 2018): a linear, convolutional, transposed convolutional or embedding layer whose weight W
/// acts as W / σ(W), its largest singular value estimated by one power iteration for each forward pass in training mode and none in
/// evaluation mode. The gradient flows through W only. W counts as a matrix with one row for each output: <c>[out, in·k·k]</c>. State:
/// the layer's own as <c>layer.weight</c> and <c>layer.bias</c>, and the iteration's vector <c>u</c>, <c>[out]</c>. Owns the layer. Not
/// thread-safe.
/// </summary>
// The layer is linear in its weight, so W / σ applied to x is W applied to x / σ; that leaves strides, padding and groups to the layer
// itself.
public sealed class SpectralNorm : nn.Module<Tensor, Tensor>
{
    private const double Epsilon = 1e-12;

    [ComponentName(Name = "layer")]
    private readonly nn.Module<Tensor, Tensor> _layer;

    [ComponentName(Name = "u")]
    private readonly Tensor _u;

    /// <summary>Takes over a layer, whose weight stays as it is.</summary>
    /// <param name="layer">A <see cref="Linear"/>, any convolution, transposed or not, or an <see cref="Embedding"/>.</param>
    /// <param name="random">Where the first <c>u</c> comes from; a CPU generator.</param>
    /// <exception cref="ArgumentException">The layer is of another kind.</exception>
    public SpectralNorm(nn.Module<Tensor, Tensor> layer, Generator random)
        : base(nameof(SpectralNorm))
    {
        ArgumentNullException.ThrowIfNull(layer);
        _layer = layer;
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var rows = Rows();
        _u = Unit(randn(rows.shape[0], dtype: rows.dtype, generator: random).to(rows.device)).DetachFromDisposeScope();
        RegisterComponents();
    }

    /// <summary>The weight as it acts, W / σ, in the layer's own shape; no power iteration is made. The caller owns it.</summary>
    public Tensor NormalizedWeight()
    {
        using var scope = NewDisposeScope();
        var rows = Rows();
        return scope.MoveToOuter(Weight.div(Sigma(rows, _u, Right(rows))));
    }

    /// <summary>Applies the layer. In training mode the estimate of σ makes one step.</summary>
    public override Tensor forward(Tensor input)
    {
        var rows = Rows();
        var v = Right(rows);
        if (training)
        {
            Turn(rows, v);
        }

        // A copy of u, because the next forward pass moves it before this one's gradient is asked for.
        var sigma = Sigma(rows, _u.clone(), v);
        return _layer is Embedding ? _layer.call(input).div(sigma) : _layer.call(input.div(sigma));
    }

    private Parameter Weight => _layer switch
    {
        Linear linear => linear.weight,
        Convolution convolution => convolution.weight,
        Embedding embedding => embedding.weight!,
        _ => throw new ArgumentException($"{nameof(SpectralNorm)} takes a Linear, a convolution or an Embedding; was {_layer.GetType().Name}."),
    };

    private Tensor Rows() => (_layer is Convolution { transposed: true } ? Weight.transpose(0, 1) : Weight).flatten(1);

    private Tensor Right(Tensor rows)
    {
        using var still = no_grad();
        return Unit(rows.t().mv(_u));
    }

    private void Turn(Tensor rows, Tensor v)
    {
        using var still = no_grad();
        _u.copy_(Unit(rows.mv(v)));
    }

    // Where all weights are zero, so is what the layer gives, whatever σ.
    private static Tensor Sigma(Tensor rows, Tensor u, Tensor v) => rows.mv(v).dot(u).clamp((Scalar)Epsilon);

    private static Tensor Unit(Tensor vector) => vector.div(vector.norm().clamp((Scalar)Epsilon));
}
