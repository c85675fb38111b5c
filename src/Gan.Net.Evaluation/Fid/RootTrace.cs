using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation;

/// <summary>The trace of (A·B)^½ for covariances A and B.</summary>
internal static class RootTrace
{
    private const int NewtonSteps = 50;
    private const double UnitRoundoff = 1.0 / (1L << 52);

    public static double Of(Tensor a, Tensor b, FidRoot root)
    {
        using var scope = NewDisposeScope();
        return root switch
        {
            FidRoot.SymmetricEigenvalues => Symmetric(a, b),
            FidRoot.ProductEigenvalues => Product(a, b),
            _ => Newton(a, b),
        };
    }

    // A^½·B·A^½ has the eigenvalues of A·B and is symmetric.
    private static double Symmetric(Tensor a, Tensor b)
    {
        var (values, vectors) = linalg.eigh(a);
        var scaled = vectors * Significant(values).sqrt();
        var inner = scaled.t().mm(b).mm(scaled);
        return Significant(linalg.eigvalsh(inner)).sqrt().sum().ToDouble();
    }

    // Rounding moves eigenvalues 0, of which covariances of few samples have many, by so much; and the root of 1e-16 is 1e-8.
    private static Tensor Significant(Tensor eigenvalues)
    {
        var limit = eigenvalues.abs().max() * (eigenvalues.shape[0] * UnitRoundoff);
        return eigenvalues.where(eigenvalues.gt(limit), zeros_like(eigenvalues));
    }

    private static double Product(Tensor a, Tensor b) => linalg.eigvals(a.mm(b)).sqrt().real.sum().ToDouble();

    private static double Newton(Tensor a, Tensor b)
    {
        var product = a.to(ScalarType.Float32).mm(b.to(ScalarType.Float32));
        var norm = product.square().sum().sqrt();
        var identity = eye(a.shape[0], dtype: ScalarType.Float32, device: a.device);
        var (root, inverse) = (product / norm, identity);
        for (var step = 0; step < NewtonSteps; step++)
        {
            using var scope = NewDisposeScope();
            var correction = (3 * identity - inverse.mm(root)) * 0.5;
            (root, inverse) = (scope.MoveToOuter(root.mm(correction)), scope.MoveToOuter(correction.mm(inverse)));
        }

        return (root.trace() * norm.sqrt()).ToDouble();
    }
}
