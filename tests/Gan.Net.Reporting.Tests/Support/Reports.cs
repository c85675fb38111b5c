using Gan.Net.Training;

namespace Gan.Net.Reporting.Tests.Support;

/// <summary>Makes reports and results.</summary>
internal static class Reports
{
    public static TrainingReport At(long round, double? epoch = null, params (string Name, double Value)[] values) => new()
    {
        Round = round,
        LastRound = 100,
        SamplesSeen = round * 8,
        Epoch = epoch,
        Values = values.ToDictionary(pair => pair.Name, pair => pair.Value),
    };

    public static TrainingEnd End(long rounds) => new() { Rounds = rounds, SamplesSeen = rounds * 8, Cancelled = false };
}
