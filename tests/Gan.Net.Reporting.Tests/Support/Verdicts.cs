using Gan.Net.Monitoring;

namespace Gan.Net.Reporting.Tests.Support;

/// <summary>A monitor that has something to say.</summary>
internal static class Verdicts
{
    /// <summary>Says at its first report that the run diverges.</summary>
    public static TrainingMonitor Monitor() => new(options: new TrainingMonitorOptions { Every = 1 });

    /// <summary>Lets it.</summary>
    public static void Diverge(TrainingMonitor monitor, long round) => monitor.OnReport(Reports.At(round, null, ("generator.loss", double.NaN)), []);
}
