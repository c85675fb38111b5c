using System.Diagnostics.Metrics;
using Gan.Net.Reporting.Tests.Support;

namespace Gan.Net.Reporting.Tests.Logs;

public sealed class MetricsHookTests : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly List<(string Name, double Value, string Tags)> _heard = [];
    private readonly string _run = Guid.NewGuid().ToString("N");

    public MetricsHookTests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Gan.Net" && instrument.Meter.Tags?.Contains(new("run", _run)) == true)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => _heard.Add((instrument.Name, value, Text(tags))));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => _heard.Add((instrument.Name, value, Text(tags))));
        _listener.Start();
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public void OnReport_Reports_AreGaugesAndCounters()
    {
        using var hook = new MetricsHook(_run, every: 50);

        hook.OnReport(Reports.At(50, null, ("discriminator.loss", 1.5)), []);
        hook.OnReport(Reports.At(100, null, ("discriminator.loss", 1.25)), []);

        Assert.Equal(
            [
                ("gan.rounds", 50, ""), ("gan.samples", 400, ""), ("gan.discriminator.loss", 1.5, ""),
                ("gan.rounds", 50, ""), ("gan.samples", 400, ""), ("gan.discriminator.loss", 1.25, ""),
            ],
            _heard);
    }

    [Fact]
    public void OnEnd_Verdicts_AreCountedByKind()
    {
        var monitor = Verdicts.Monitor();
        using var hook = new MetricsHook(_run, monitor: monitor);

        Verdicts.Diverge(monitor, 1);
        hook.OnEnd(Reports.End(1), []);
        hook.OnEnd(Reports.End(1), []);

        Assert.Equal([("gan.verdicts", 1, "kind=Divergence")], _heard);
    }

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags) => string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
}
