namespace Gan.Net.Evaluation;

/// <summary>What is made of the distances along the projections.</summary>
public enum SlicedWassersteinForm
{
    /// <summary>(mean of W_p^p)^(1/p): a distance, in the features' unit.</summary>
    Distance,

    /// <summary>The mean of W_p^p, without the root.</summary>
    Power,

    /// <summary>3·D times the mean of W_2², as torch-fidelity's MIND scales it: for N(0, I) and N(μ·1, I) it is 3·D·μ².</summary>
    Mind,
}
