namespace Gan.Net.Reporting;

/// <summary>How a grid of samples looks. Immutable.</summary>
public sealed record SampleGridOptions
{
    /// <summary>Samples in a row, at least 1; null, the default, for a grid as square as possible.</summary>
    public int? Columns { get; init; }

    /// <summary>Pixels between samples and around them, not negative. Default 2.</summary>
    public int Padding { get; init; } = 2;

    /// <summary>How many pixels wide and high a sample's pixel is drawn, 1 to 64. Default 1.</summary>
    public int Scale { get; init; } = 1;

    /// <summary>The gray of padding and of unused places. Default 32, which tells black pictures apart.</summary>
    public byte Background { get; init; } = 32;

    /// <summary>Texts above the columns, such as the names of classes; shortened where a column is too narrow. Default: none.</summary>
    public IReadOnlyList<string> ColumnTitles { get; init; } = [];

    /// <summary>Texts left of the rows. Default: none.</summary>
    public IReadOnlyList<string> RowTitles { get; init; } = [];

    internal SampleGridOptions Checked()
    {
        new OptionProblems(nameof(SampleGridOptions))
            .Require(Columns is null or >= 1, "must be at least 1", Columns)
            .Require(Padding is >= 0 and <= 1024, "must be from 0 to 1024", Padding)
            .Require(Scale is >= 1 and <= 64, "must be from 1 to 64", Scale)
            .Require(ColumnTitles is not null && !ColumnTitles.Contains(null!), "must be texts", "null", nameof(ColumnTitles))
            .Require(RowTitles is not null && !RowTitles.Contains(null!), "must be texts", "null", nameof(RowTitles))
            .ThrowIfAny();
        return this;
    }
}
