namespace Gan.Net.Evaluation;

/// <summary>The choices of density and coverage. The defaults are the authors' code's (prdc). Immutable.</summary>
public sealed record DensityCoverageOptions
{
    /// <summary>A ball reaches to so many neighbours, at least 1. Default 5.</summary>
    public int Neighbours { get; init; } = 5;

    /// <summary>Whether the border belongs to the ball. Default <see cref="RadiusLimit.Exclusive"/>.</summary>
    public RadiusLimit Limit { get; init; } = RadiusLimit.Exclusive;

    internal RadiusRule Checked()
    {
        var rule = new RadiusRule(Neighbours, Limit);
        rule.Check(nameof(DensityCoverageOptions));
        return rule;
    }
}
