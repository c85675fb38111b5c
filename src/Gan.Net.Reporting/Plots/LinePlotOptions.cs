namespace Gan.Net.Reporting;

/// <summary>How a plot of curves looks. Immutable.</summary>
public sealed record LinePlotOptions
{
    /// <summary>Stands above the plot; empty, the default, for none. Also what a screen reader says.</summary>
    public string Title { get; init; } = "";

    /// <summary>Stands under the horizontal axis. Default "samples seen".</summary>
    public string XLabel { get; init; } = "samples seen";

    /// <summary>Width in CSS pixels, 240 to 4096; a page may show it narrower. Default 640.</summary>
    public int Width { get; init; } = 640;

    /// <summary>Height in CSS pixels, legend and labels included, 140 to 4096. Default 280.</summary>
    public int Height { get; init; } = 280;

    /// <summary>The vertical axis. Default <see cref="PlotScale.Linear"/>.</summary>
    public PlotScale Scale { get; init; } = PlotScale.Linear;

    /// <summary>Levels to compare with, drawn across. Default none.</summary>
    public IReadOnlyList<PlotMark> Levels { get; init; } = [];

    /// <summary>Moments, such as a verdict's, drawn from top to bottom. Default none.</summary>
    public IReadOnlyList<PlotMark> Moments { get; init; } = [];

    internal LinePlotOptions Checked()
    {
        new OptionProblems(nameof(LinePlotOptions))
            .Require(Width is >= 240 and <= 4096, "must be from 240 to 4096", Width)
            .Require(Height is >= 140 and <= 4096, "must be from 140 to 4096", Height)
            .Require(Levels.All(mark => double.IsFinite(mark.At)), "must be finite", "not", nameof(Levels))
            .Require(Moments.All(mark => double.IsFinite(mark.At)), "must be finite", "not", nameof(Moments))
            .ThrowIfAny();
        return this;
    }
}
