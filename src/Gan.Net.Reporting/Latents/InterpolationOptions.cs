namespace Gan.Net.Reporting;

/// <summary>Which ways between latents are drawn. Immutable.</summary>
public sealed record InterpolationOptions
{
    /// <summary>Rows: pairs of latents, at least 1. Default 8.</summary>
    public int Pairs { get; init; } = 8;

    /// <summary>Pictures in a row, the two ends included, at least 2. Default 10.</summary>
    public int Steps { get; init; } = 10;

    /// <summary>Line or arc. Null, the default, for the arc where the prior is normal and the line where it is uniform.</summary>
    public LatentPath? Path { get; init; }

    /// <summary>Chooses the latents. Default 0.</summary>
    public long Seed { get; init; }

    /// <summary>How the grid looks; its columns are the steps.</summary>
    public SampleGridOptions Grid { get; init; } = new();

    internal InterpolationOptions Checked()
    {
        new OptionProblems(nameof(InterpolationOptions))
            .AtLeast(Pairs, 1)
            .AtLeast(Steps, 2)
            .Require(Grid is not null, "must be given", Grid)
            .ThrowIfAny();
        return this;
    }
}
