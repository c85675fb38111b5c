namespace Gan.Net.Reporting;

/// <summary>How a plot's vertical axis counts.</summary>
public enum PlotScale
{
    /// <summary>Equal distances for equal differences.</summary>
    Linear,

    /// <summary>Equal distances for equal ratios. Zero and what is below have no place: gaps in the curve.</summary>
    Logarithmic,
}
