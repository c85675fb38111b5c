using Gan.Net.Training;

namespace Gan.Net.Monitoring;

/// <summary>What a monitor knows of one round.</summary>
/// <param name="report">The round's numbers.</param>
/// <param name="samples">What samples are like; null when there are no samples or no data to compare with.</param>
internal sealed class MonitorReading(TrainingReport report, SampleReading? samples)
{
    public long Round => report.Round;

    public TrainingReport Report => report;

    public SampleReading? Samples => samples;

    /// <summary>A number of the report, if it is there and finite.</summary>
    public double? Find(string name) => report.Values.TryGetValue(name, out var value) && double.IsFinite(value) ? value : null;
}
