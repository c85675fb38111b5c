namespace Gan.Net.Reporting;

/// <summary>How a picture of a discriminator's field looks. Immutable.</summary>
public sealed record FieldPlotOptions
{
    /// <summary>Width and height in pixels, 32 to 8192. Default 480.</summary>
    public int Size { get; init; } = 480;

    /// <summary>A point's radius in pixels, positive. Default 1.6.</summary>
    public double PointRadius { get; init; } = 1.6;

    /// <summary>A point's strength from 0 to 1. Default 0.8.</summary>
    public double Opacity { get; init; } = 0.8;

    /// <summary>Arrows drawn at most, for the first of the generated points; not negative. Default 120.</summary>
    public int Arrows { get; init; } = 120;

    /// <summary>
    /// The longest arrow's length as a share of the picture's width, positive and at most 1. The others are as much shorter as
    /// their pushes are weaker: lengths compare within a picture, not between two. Default 0.1.
    /// </summary>
    public double LongestArrow { get; init; } = 0.1;

    /// <summary>
    /// The logit at which the line is drawn: the loss's <see cref="Losses.IAdversarialLoss.DecisionPoint"/>. At 0, the default, logits are
    /// log-odds and the shading is the probability. Null draws no line; then, as at any other point, the shading has no unit: the line, or
    /// the field's mean, is dark, and one standard deviation of the field counts as a log-odds of 1.
    /// </summary>
    public double? DecisionPoint { get; init; } = 0;

    /// <summary>A text in the upper left corner, or null, the default, for none.</summary>
    public string? Title { get; init; }

    internal FieldPlotOptions Checked()
    {
        Validate(new OptionProblems(nameof(FieldPlotOptions))).ThrowIfAny();
        return this;
    }

    internal OptionProblems Validate(OptionProblems problems) => problems
        .Require(Size is >= 32 and <= 8192, "must be from 32 to 8192", Size)
        .Positive(PointRadius)
        .Require(Opacity is > 0 and <= 1, "must be above 0 and at most 1", Opacity)
        .AtLeast(Arrows, 0)
        .Require(LongestArrow is > 0 and <= 1, "must be above 0 and at most 1", LongestArrow)
        .Require(DecisionPoint is null || double.IsFinite(DecisionPoint.Value), "must be finite", DecisionPoint);
}
