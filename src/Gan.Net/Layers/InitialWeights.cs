using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.Layers;

/// <summary>
/// Initial weights from a generator of the caller's, so that a model's seed fixes its weights and the global generator is left alone.
/// </summary>
public static class InitialWeights
{
    /// <summary>Fills a parameter from N(<paramref name="mean"/>, <paramref name="deviation"/>²).</summary>
    public static void Normal(Tensor parameter, double mean, double deviation, Generator random)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        using var still = no_grad();
        parameter.normal_(mean, deviation, random);
    }

    /// <summary>Fills a linear layer as PyTorch does by default: weight and bias from U(-1/√in, 1/√in).</summary>
    public static void Uniform(Linear layer, Generator random)
    {
        ArgumentNullException.ThrowIfNull(layer);
        using var still = no_grad();
        var bound = 1 / Math.Sqrt(layer.weight.shape[1]);
        layer.weight.uniform_(-bound, bound, random);
        layer.bias?.uniform_(-bound, bound, random);
    }

    /// <summary>Fills a matrix with orthogonal rows, or columns where there are fewer of them, of one length (Saxe et al. 2014).</summary>
    /// <param name="parameter">The matrix, <c>[rows, columns]</c>.</param>
    /// <param name="gain">The length.</param>
    /// <param name="random">Where the chance comes from; a CPU generator.</param>
    public static void Orthogonal(Tensor parameter, double gain, Generator random)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var (rows, columns) = (parameter.shape[0], parameter.shape[1]);
        var (q, r) = linalg.qr(randn(Math.Max(rows, columns), Math.Min(rows, columns), dtype: parameter.dtype, generator: random));
        var turned = q.mul(r.diagonal().sign()).mul(gain);  // each orthogonal matrix equally likely
        parameter.copy_(rows < columns ? turned.t() : turned);
    }

    /// <summary>Fills a parameter with one value.</summary>
    public static void Constant(Tensor parameter, double value)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        using var still = no_grad();
        parameter.fill_(value);
    }

    /// <summary>A parameter of zeros that no dispose scope ends, as a module's own must be.</summary>
    internal static Parameter Parameter(params long[] shape) => (Parameter)new Parameter(zeros(shape)).DetachFromDisposeScope();
}
