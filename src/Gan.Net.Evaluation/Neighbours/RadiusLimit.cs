namespace Gan.Net.Evaluation;

/// <summary>Whether a point exactly as far away as a radius lies within it.</summary>
public enum RadiusLimit
{
    /// <summary>It does (≤), as in NVIDIA's code and torch-fidelity.</summary>
    Inclusive,

    /// <summary>It does not (&lt;), as in the code of density and coverage (prdc).</summary>
    Exclusive,
}
