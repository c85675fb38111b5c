namespace Gan.Net.Evaluation;

/// <summary>Which of two values of a metric is the better one.</summary>
public enum MetricDirection
{
    /// <summary>The lower one, as with distances.</summary>
    LowerIsBetter,

    /// <summary>The higher one, as with scores and shares.</summary>
    HigherIsBetter,
}
