namespace Gan.Net;

/// <summary>
/// A source that knows its data as a whole. A trainer takes one look at the summary; of other sources it looks at every batch it draws.
/// </summary>
public interface ISummarizedSource
{
    /// <summary>What is known of all the data; null when nothing is. May be computed when first asked for.</summary>
    DataSummary? Summary { get; }
}
