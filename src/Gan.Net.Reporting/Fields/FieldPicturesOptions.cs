namespace Gan.Net.Reporting;

/// <summary>When and how a run's field is drawn. Immutable.</summary>
public sealed record FieldPicturesOptions
{
    /// <summary>Rounds between two pictures, at least 1. Default 100.</summary>
    public long Every { get; init; } = 100;

    /// <summary>Generated points in a picture, at least 1. Default 500.</summary>
    public int Count { get; init; } = 500;

    /// <summary>Where the trainer stands when the run starts: 0, the default, or its rounds when it goes on.</summary>
    public long FirstRound { get; init; }

    /// <summary>
    /// The pictures show -Limit to Limit along both axes. Null, the default, for a view that holds the real points with a margin of a fifth.
    /// </summary>
    public double? Limit { get; init; }

    /// <summary>Points along each axis at which the discriminator is asked, 2 to 1024. Default 97.</summary>
    public int Resolution { get; init; } = 97;

    /// <summary>How the pictures look; the decision point is the loss's.</summary>
    public FieldPlotOptions Plot { get; init; } = new();

    internal FieldPicturesOptions Checked()
    {
        new OptionProblems(nameof(FieldPicturesOptions))
            .AtLeast(Every, 1)
            .AtLeast(Count, 1)
            .AtLeast(FirstRound, 0)
            .Require(Limit is null || (double.IsFinite(Limit.Value) && Limit > 0), "must be positive", Limit)
            .Require(Resolution is >= 2 and <= 1024, "must be from 2 to 1024", Resolution)
            .Within(Plot, (plot, inside) => plot.Validate(inside))
            .ThrowIfAny();
        return this;
    }
}
