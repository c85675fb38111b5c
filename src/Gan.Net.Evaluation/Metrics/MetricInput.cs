namespace Gan.Net.Evaluation;

/// <summary>What a metric looks at.</summary>
public enum MetricInput
{
    /// <summary>Features <c>[N, D]</c> of any extractor.</summary>
    Features,

    /// <summary>A classifier's logits <c>[N, C]</c>.</summary>
    Logits,
}
