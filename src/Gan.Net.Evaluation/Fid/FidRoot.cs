namespace Gan.Net.Evaluation;

/// <summary>How the trace of (S1·S2)^½ is found.</summary>
public enum FidRoot
{
    /// <summary>From the eigenvalues of the symmetric S1^½·S2·S1^½, in float64: real, stable, and the fastest of the exact ones.</summary>
    SymmetricEigenvalues,

    /// <summary>From the eigenvalues of the product S1·S2 as complex numbers, as torch-fidelity does since 0.4.</summary>
    ProductEigenvalues,

    /// <summary>By fifty Newton-Schulz steps in float32, as BigGAN's PyTorch code does: an approximation, for its numbers' sake.</summary>
    NewtonSchulz,
}
