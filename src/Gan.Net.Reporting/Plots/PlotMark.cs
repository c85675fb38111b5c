namespace Gan.Net.Reporting;

/// <summary>A dashed line through a whole plot, with a word beside it: a level to compare with, or a moment. Immutable.</summary>
public sealed record PlotMark
{
    /// <summary>Where, on the axis it crosses.</summary>
    public required double At { get; init; }

    /// <summary>The word; empty for none.</summary>
    public string Label { get; init; } = "";
}
