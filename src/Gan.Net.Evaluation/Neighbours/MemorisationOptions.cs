using System.Globalization;

namespace Gan.Net.Evaluation;

/// <summary>When a sample counts as memorised. Immutable.</summary>
public sealed record MemorisationOptions
{
    /// <summary>A sample is memorised when its nearest training sample is nearer than this share of the way to the second nearest; in (0, 1). Default 1/3 (Yoon et al. 2023).</summary>
    public double Ratio { get; init; } = 1.0 / 3;

    internal string Settings => string.Create(CultureInfo.InvariantCulture, $"ratio{Ratio:0.###}");

    internal MemorisationOptions Checked()
    {
        new OptionProblems(nameof(MemorisationOptions))
            .Require(Ratio is > 0 and < 1, "must be in (0, 1)", Ratio)
            .ThrowIfAny();
        return this;
    }
}
