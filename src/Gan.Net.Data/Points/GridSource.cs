namespace Gan.Net.Data;

/// <summary>Points around modes on a square grid.</summary>
public sealed class GridSource : GaussianMixtureSource
{
    /// <summary>Makes the source.</summary>
    /// <param name="grid">The grid; null for the default, PacGAN's.</param>
    /// <param name="options">Batch size, seed and device; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public GridSource(GridOptions? grid = null, DrawOptions? options = null)
        : base(Centres((grid ?? GridOptions.PacGan).Checked()), (grid ?? GridOptions.PacGan).StandardDeviation, options)
    {
    }

    private static IEnumerable<(double X, double Y)> Centres(GridOptions grid) => Enumerable.Range(0, grid.Side * grid.Side).Select(i => Mode(grid, i));

    private static (double X, double Y) Mode(GridOptions grid, int index)
    {
        var middle = (grid.Side - 1) / 2.0;
        return (grid.Spacing * (index % grid.Side - middle), grid.Spacing * (index / grid.Side - middle));
    }
}
