using System.Globalization;

namespace Gan.Net.Evaluation;

/// <summary>The choices of a kernel inception distance. The defaults are the paper's, as torch-fidelity computes it. Immutable.</summary>
public sealed record KidOptions
{
    /// <summary>How many random subsets are compared, at least 1. Default 100.</summary>
    public int Subsets { get; init; } = 100;

    /// <summary>Samples of each side in a subset, drawn without putting back, at least 2. Default 1,000.</summary>
    public int SubsetSize { get; init; } = 1000;

    /// <summary>How a subset is estimated. Default <see cref="KidEstimator.Unbiased"/>.</summary>
    public KidEstimator Estimator { get; init; } = KidEstimator.Unbiased;

    /// <summary>The kernel. Default <see cref="KidKernel.Polynomial"/>.</summary>
    public KidKernel Kernel { get; init; } = KidKernel.Polynomial;

    /// <summary>The polynomial's degree, at least 1. Default 3.</summary>
    public int Degree { get; init; } = 3;

    /// <summary>The polynomial's factor, positive, or null for one over the number of features. Default null.</summary>
    public double? Gamma { get; init; }

    /// <summary>The polynomial's constant. Default 1.</summary>
    public double Constant { get; init; } = 1;

    /// <summary>The Gaussian kernel's width, positive. Default 10.</summary>
    public double Sigma { get; init; } = 10;

    /// <summary>Chooses the subsets. Default 0.</summary>
    public long Seed { get; init; }

    internal string Settings => string.Create(CultureInfo.InvariantCulture, $"{KernelName}{EstimatorName}-{Subsets}x{SubsetSize}");

    private string KernelName => Kernel == KidKernel.Rbf ? string.Create(CultureInfo.InvariantCulture, $"rbf{Sigma}")
        : string.Create(CultureInfo.InvariantCulture, $"poly{Degree}{(Gamma is double gamma ? $"g{gamma}" : "")}{(Constant == 1 ? "" : $"c{Constant}")}");

    private string EstimatorName => Estimator switch
    {
        KidEstimator.Unbiased => "",
        KidEstimator.Biased => "-biased",
        _ => "-ustatistic",
    };

    internal KidOptions Checked()
    {
        new OptionProblems(nameof(KidOptions))
            .AtLeast(Subsets, 1)
            .AtLeast(SubsetSize, 2)
            .Require(Enum.IsDefined(Estimator), "must be a known estimator", Estimator)
            .Require(Enum.IsDefined(Kernel), "must be a known kernel", Kernel)
            .AtLeast(Degree, 1)
            .Require(Gamma is null or > 0 and < double.PositiveInfinity, "must be positive, or null for one over the number of features", Gamma)
            .Require(double.IsFinite(Constant), "must be finite", Constant)
            .Positive(Sigma)
            .ThrowIfAny();
        return this;
    }
}
