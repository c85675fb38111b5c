namespace Gan.Net.Data;

/// <summary>How to read a TorchSharp data set. Immutable.</summary>
public sealed record DatasetOptions
{
    /// <summary>Under which name an item keeps the sample. Default <c>data</c>.</summary>
    public string SampleKey { get; init; } = "data";

    /// <summary>Under which name an item keeps the label; a data set without that name has no labels. Default <c>label</c>.</summary>
    public string LabelKey { get; init; } = "label";

    /// <summary>What the numbers stand for. Default <see cref="SampleRange.AsIs"/>.</summary>
    public SampleRange Range { get; init; } = SampleRange.AsIs;

    /// <summary>How many classes the labels name, or null, the default, when it is not known.</summary>
    public int? Classes { get; init; }

    internal DatasetOptions Checked()
    {
        new OptionProblems(nameof(DatasetOptions))
            .Require(!string.IsNullOrEmpty(SampleKey), "must be a name", SampleKey)
            .Require(!string.IsNullOrEmpty(LabelKey), "must be a name", LabelKey)
            .Require(Enum.IsDefined(Range), "must be a known range", Range)
            .Require(Classes is null or > 0, "must be at least 1, or null", Classes)
            .ThrowIfAny();
        return this;
    }
}
