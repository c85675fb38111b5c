using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>Generated samples and what they were made from. The tensors belong to the step.</summary>
public sealed record Fakes
{
    /// <summary>The samples, <c>[N, ...sample]</c>.</summary>
    public required Tensor Samples { get; init; }

    /// <summary>The latents they were made from, <c>[N, size]</c>; null when the generator takes none, or they are not known.</summary>
    public Tensor? Latents { get; init; }

    /// <summary>The condition they were made from; null when there is none.</summary>
    public Tensor? Condition { get; init; }
}
