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
}
