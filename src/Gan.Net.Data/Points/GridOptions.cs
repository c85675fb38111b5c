namespace Gan.Net.Data;

/// <summary>
/// A square grid of modes around the origin, harder than the ring. Mode i stands in column i % <see cref="Side"/>, row
/// i / <see cref="Side"/>, from the lower left. Immutable.
/// </summary>
public sealed record GridOptions
{
    /// <summary>PacGAN's (Lin et al. 2018, code): 25 modes at -4, -2, 0, 2, 4, deviation 0.05. There 100,000 fixed samples train it (<see cref="PointSource.CreateSet"/>).</summary>
    public static GridOptions PacGan { get; } = new();

    /// <summary>WGAN-GP's toy (Gulrajani et al. 2017, code): 25 modes 2 apart, deviation 0.05, all divided by 2.828. There 100,000 fixed samples train it.</summary>
    public static GridOptions WganGpToy { get; } = new() { Spacing = 2 / 2.828, StandardDeviation = 0.05 / 2.828 };

    /// <summary>Modes in a row and in a column, at least 1. Default 5.</summary>
    public int Side { get; init; } = 5;

    /// <summary>The distance between neighbours, positive. Default 2.</summary>
    public double Spacing { get; init; } = 2;

    /// <summary>The deviation around each mode along each axis, not negative. Default 0.05.</summary>
    public double StandardDeviation { get; init; } = 0.05;

    internal GridOptions Checked()
    {
        new OptionProblems(nameof(GridOptions))
            .Require(Side is >= 1 and <= 1000, "must be from 1 to 1000", Side)
            .Positive(Spacing)
            .Require(double.IsFinite(StandardDeviation) && StandardDeviation >= 0, "must be 0 or more", StandardDeviation)
            .ThrowIfAny();
        return this;
    }
}
