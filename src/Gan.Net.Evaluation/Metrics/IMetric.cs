using static TorchSharp.torch;

namespace Gan.Net.Evaluation;

/// <summary>
/// A number, or several that belong together, about generated samples, usually beside real ones. Batches are added as they come; what
/// is needed of them is copied. One thread at a time.
/// </summary>
public interface IMetric : IDisposable
{
    /// <summary>What the batches hold.</summary>
    MetricInput Input { get; }

    /// <summary>Adds real samples. A metric of generated samples alone ignores them.</summary>
    /// <param name="values">Features or logits <c>[N, D]</c>, floats, all finite, on any device.</param>
    /// <exception cref="ArgumentException">The values have another shape than those before, or one is not finite.</exception>
    void AddReal(Tensor values);

    /// <summary>Adds generated samples.</summary>
    /// <param name="values">Features or logits <c>[N, D]</c>, floats, all finite, on any device.</param>
    /// <exception cref="ArgumentException">The values have another shape than those before, or one is not finite.</exception>
    void AddGenerated(Tensor values);

    /// <summary>The values of what was added so far. More may be added afterwards.</summary>
    /// <exception cref="TooFewSamplesException">There are too few samples.</exception>
    IReadOnlyList<MetricResult> Compute();

    /// <summary>Forgets the generated samples and keeps the real ones: for the next generator.</summary>
    void ResetGenerated();

    /// <summary>Forgets all samples.</summary>
    void Reset();
}
