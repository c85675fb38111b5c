namespace Gan.Net.Evaluation;

/// <summary>The kernel whose mean embeddings are compared.</summary>
public enum KidKernel
{
    /// <summary>(γ·xᵀy + c)^n, the paper's with n = 3, γ = 1/D and c = 1.</summary>
    Polynomial,

    /// <summary>exp(-‖x - y‖² / 2σ²), torch-fidelity's alternative with σ = 10.</summary>
    Rbf,
}
