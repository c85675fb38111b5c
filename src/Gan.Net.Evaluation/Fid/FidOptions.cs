using System.Globalization;

namespace Gan.Net.Evaluation;

/// <summary>The forks at which published FID codes part. Immutable; presets vary with <c>with</c>.</summary>
public sealed record FidOptions
{
    /// <summary>The original code's and torch-fidelity's: the unbiased covariance.</summary>
    public static FidOptions Ttur { get; } = new();

    /// <summary>NVIDIA's: the covariance divided by n. Differs by about 1/n of the trace.</summary>
    public static FidOptions Nvidia { get; } = new() { Ddof = 0 };

    /// <summary>What is taken off n in the covariance's divisor, 0 or 1. Default 1.</summary>
    public int Ddof { get; init; } = 1;

    /// <summary>How the root's trace is found. Default <see cref="FidRoot.SymmetricEigenvalues"/>.</summary>
    public FidRoot Root { get; init; } = FidRoot.SymmetricEigenvalues;

    // The two exact ways agree to rounding, so that they are one protocol; the approximation is another.
    internal string Settings => string.Create(CultureInfo.InvariantCulture, $"ddof{Ddof}{(Root == FidRoot.NewtonSchulz ? "-newton" : "")}");

    internal FidOptions Checked()
    {
        new OptionProblems(nameof(FidOptions))
            .Require(Ddof is 0 or 1, "must be 0 or 1", Ddof)
            .Require(Enum.IsDefined(Root), "must be a known way", Root)
            .ThrowIfAny();
        return this;
    }
}
