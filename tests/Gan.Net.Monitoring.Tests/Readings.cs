using Gan.Net.Training;

namespace Gan.Net.Monitoring.Tests;

/// <summary>Makes what a monitor sees.</summary>
internal static class Readings
{
    public static TrainingReport Report(long round, params (string Name, double Value)[] values) => new()
    {
        Round = round,
        LastRound = 100_000,
        SamplesSeen = round * 64,
        Epoch = null,
        Values = values.ToDictionary(pair => pair.Name, pair => pair.Value),
    };

    public static MonitorReading Of(long round, params (string Name, double Value)[] values) => new(Report(round, values), null);

    public static MonitorReading Of(long round, double spread = 1, double missed = 0, double near = 0.8, double[]? shares = null) => new(
        Report(round), new SampleReading { Spread = spread, Missed = missed, Near = near, Shares = shares ?? [0.5, 0.5] });
}
