using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation.Tests.Support;

/// <summary>Features by formula, whose metrics are known to many digits.</summary>
internal static class Sequences
{
    private const double Plastic = 1.32471795724474602596;

    /// <summary>sin k and cos(0.7 k) + 0.3 with k = i·d + j + 1, both <c>[n, d]</c>.</summary>
    public static (Tensor Real, Tensor Generated) Waves(long n, long d)
    {
        var k = arange(1.0, n * d + 1, dtype: ScalarType.Float64).view(n, d);
        return (k.sin(), k.mul(0.7).cos().add(0.3));
    }

    /// <summary>The plane-filling sequence frac(i·(1/g, 1/g²)), i = 1..n, and one shifted by a half, stretched and moved.</summary>
    public static (Tensor Real, Tensor Generated) Filling(int n)
    {
        var i = arange(1.0, n + 1, dtype: ScalarType.Float64).unsqueeze(1);
        var steps = tensor(new[] { 1 / Plastic, 1 / (Plastic * Plastic) });
        return (Fraction(i * steps), Fraction((i * steps) + 0.5) * tensor(new[] { 0.8, 1.1 }) + tensor(new[] { 0.3, -0.05 }));
    }

    private static Tensor Fraction(Tensor values) => values - values.floor();
}
