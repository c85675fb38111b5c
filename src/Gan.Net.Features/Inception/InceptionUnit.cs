namespace Gan.Net.Features;

/// <summary>One convolution with its batch norm and ReLU, by its published name.</summary>
internal sealed record InceptionUnit
{
    public required string Name { get; init; }

    /// <summary>Output and input channels, kernel height and width.</summary>
    public required long[] Shape { get; init; }

    public required long Stride { get; init; }

    /// <summary>Rows and columns of zeros around the input.</summary>
    public required long[] Padding { get; init; }
}
