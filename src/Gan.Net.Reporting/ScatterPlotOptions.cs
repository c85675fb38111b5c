namespace Gan.Net.Reporting;

/// <summary>How a picture of points looks. Immutable.</summary>
public sealed record ScatterPlotOptions
{
    /// <summary>Width and height in pixels, 32 to 8192. Default 480.</summary>
    public int Size { get; init; } = 480;

    /// <summary>A point's radius in pixels, positive. Default 1.6.</summary>
    public double PointRadius { get; init; } = 1.6;

    /// <summary>A point's strength from 0 to 1; points on one another add up. Default 0.6.</summary>
    public double Opacity { get; init; } = 0.6;

    /// <summary>
    /// The picture shows -Limit to Limit along both axes; points beyond are not drawn. Null, the default, for a view that holds the
    /// real points, or if there are none the generated ones, with a margin of a fifth; a fixed one keeps the pictures of a run comparable.
    /// </summary>
    public double? Limit { get; init; }

    /// <summary>A text in the upper left corner, or null, the default, for none.</summary>
    public string? Title { get; init; }

    internal ScatterPlotOptions Checked()
    {
        new OptionProblems(nameof(ScatterPlotOptions))
            .Require(Size is >= 32 and <= 8192, "must be from 32 to 8192", Size)
            .Positive(PointRadius)
            .Require(Opacity is > 0 and <= 1, "must be above 0 and at most 1", Opacity)
            .Require(Limit is null || (double.IsFinite(Limit.Value) && Limit > 0), "must be positive", Limit)
            .ThrowIfAny();
        return this;
    }
}
