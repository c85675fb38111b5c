namespace Gan.Net.Evaluation;

/// <summary>A metric was asked for its value before it had as many samples as it needs.</summary>
public sealed class TooFewSamplesException : InvalidOperationException
{
    /// <summary>Names the metric and what it needs.</summary>
    /// <param name="metric">The metric's type.</param>
    /// <param name="least">Samples it needs, on each side that it looks at.</param>
    /// <param name="message">The sentence.</param>
    public TooFewSamplesException(string metric, long least, string message)
        : base(message)
    {
        Metric = metric;
        Least = least;
    }

    /// <summary>The metric's type.</summary>
    public string Metric { get; }

    /// <summary>Samples it needs, on each side that it looks at.</summary>
    public long Least { get; }
}
