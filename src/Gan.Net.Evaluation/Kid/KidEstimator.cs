namespace Gan.Net.Evaluation;

/// <summary>How the squared maximum mean discrepancy is estimated from m samples of each side.</summary>
public enum KidEstimator
{
    /// <summary>Without the diagonals of the kernel within a side, with all of it across: unbiased, and what every KID code computes.</summary>
    Unbiased,

    /// <summary>With every term: never negative, biased upwards.</summary>
    Biased,

    /// <summary>Without any diagonal, across the sides too (a U-statistic, Gretton et al. 2012, lemma 6).</summary>
    UStatistic,
}
