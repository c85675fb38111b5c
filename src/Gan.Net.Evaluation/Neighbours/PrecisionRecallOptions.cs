namespace Gan.Net.Evaluation;

/// <summary>The choices of precision and recall. Immutable.</summary>
public sealed record PrecisionRecallOptions
{
    /// <summary>The paper's, NVIDIA's and torch-fidelity's: 3 neighbours, a border that belongs to the ball.</summary>
    public static PrecisionRecallOptions Improved { get; } = new();

    /// <summary>As the code of density and coverage computes it beside them: 5 neighbours, a border that does not belong to the ball.</summary>
    public static PrecisionRecallOptions Prdc { get; } = new() { Neighbours = 5, Limit = RadiusLimit.Exclusive };

    /// <summary>A ball reaches to so many neighbours, at least 1. Default 3.</summary>
    public int Neighbours { get; init; } = 3;

    /// <summary>Whether the border belongs to the ball. Default <see cref="RadiusLimit.Inclusive"/>.</summary>
    public RadiusLimit Limit { get; init; } = RadiusLimit.Inclusive;

    internal RadiusRule Checked()
    {
        var rule = new RadiusRule(Neighbours, Limit);
        rule.Check(nameof(PrecisionRecallOptions));
        return rule;
    }
}
