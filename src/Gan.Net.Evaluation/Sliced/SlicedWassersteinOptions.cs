using System.Globalization;

namespace Gan.Net.Evaluation;

/// <summary>The choices of a sliced Wasserstein distance. Immutable; presets vary with <c>with</c>.</summary>
public sealed record SlicedWassersteinOptions
{
    /// <summary>Scaled as torch-fidelity's MIND.</summary>
    public static SlicedWassersteinOptions Mind { get; } = new() { Form = SlicedWassersteinForm.Mind };

    /// <summary>How many random directions, at least 1. Default 1,000.</summary>
    public int Projections { get; init; } = 1000;

    /// <summary>The power p of distances along a direction, at least 1. Default 2.</summary>
    public double Power { get; init; } = 2;

    /// <summary>What is made of them. Default <see cref="SlicedWassersteinForm.Distance"/>.</summary>
    public SlicedWassersteinForm Form { get; init; } = SlicedWassersteinForm.Distance;

    /// <summary>Chooses the directions. Default 0.</summary>
    public long Seed { get; init; }

    internal string Settings => string.Create(CultureInfo.InvariantCulture, $"p{Power}{FormName}-{Projections}slices");

    private string FormName => Form switch
    {
        SlicedWassersteinForm.Distance => "",
        SlicedWassersteinForm.Power => "-power",
        _ => "-mind",
    };

    internal SlicedWassersteinOptions Checked()
    {
        new OptionProblems(nameof(SlicedWassersteinOptions))
            .AtLeast(Projections, 1)
            .Require(double.IsFinite(Power) && Power >= 1, "must be at least 1", Power)
            .Require(Enum.IsDefined(Form), "must be a known form", Form)
            .Require(Form != SlicedWassersteinForm.Mind || Power == 2, "must be 2 in MIND's form", Power)
            .ThrowIfAny();
        return this;
    }
}
