using System.Diagnostics.Metrics;
using Gan.Net.Monitoring;
using Gan.Net.Training;

namespace Gan.Net.Reporting;

/// <summary>
/// Publishes a run through <c>System.Diagnostics.Metrics</c>, where dotnet-counters, OpenTelemetry and the like pick it up: a meter called
/// <see cref="MeterName"/> with the counters <c>gan.rounds</c>, <c>gan.samples</c> and <c>gan.verdicts</c> (with a tag <c>kind</c>), and a gauge
/// for each number of a report, such as <c>gan.discriminator.loss</c>. Costs next to nothing when nobody listens. Disposing it ends the
/// meter; not thread-safe.
/// </summary>
public sealed class MetricsHook : TrainingHook, IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Gan.Net";

    private readonly Meter _meter;
    private readonly Counter<long> _rounds;
    private readonly Counter<long> _samples;
    private readonly Counter<long> _verdicts;
    private readonly VerdictsSince? _found;
    private readonly Dictionary<string, Gauge<double>> _gauges = new(StringComparer.Ordinal);
    private (long Round, long Samples)? _last;

    /// <summary>Makes the meter.</summary>
    /// <param name="run">Tells runs of one process apart: the tag <c>run</c> of every instrument; null for none.</param>
    /// <param name="every">Rounds between two reports, at least 1.</param>
    /// <param name="monitor">Whose verdicts to count, a hook before this one; null for none.</param>
    public MetricsHook(string? run = null, long every = 50, TrainingMonitor? monitor = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        Every = every;
        _found = monitor is null ? null : new VerdictsSince(monitor);
        _meter = new Meter(new MeterOptions(MeterName) { Tags = run is null ? null : [new("run", run)] });
        _rounds = _meter.CreateCounter<long>("gan.rounds", "{round}", "Rounds played.");
        _samples = _meter.CreateCounter<long>("gan.samples", "{sample}", "Real samples seen.");
        _verdicts = _meter.CreateCounter<long>("gan.verdicts", "{verdict}", "Verdicts of the training monitor.");
    }

    /// <inheritdoc/>
    public override long Every { get; }

    /// <inheritdoc/>
    public override void OnReport(TrainingReport report, IReadOnlyList<ISampler> views)
    {
        ArgumentNullException.ThrowIfNull(report);

        // The first report brings all of the trainer's rounds so far, those of an earlier run too.
        var (round, samples) = _last ?? (0, 0);
        _rounds.Add(report.Round - round);
        _samples.Add(report.SamplesSeen - samples);
        _last = (report.Round, report.SamplesSeen);
        foreach (var (name, value) in report.Values)
        {
            GaugeOf(name).Record(value);
        }

        CountVerdicts();
    }

    /// <inheritdoc/>
    public override void OnEnd(TrainingEnd end, IReadOnlyList<ISampler> views) => CountVerdicts();

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private void CountVerdicts()
    {
        foreach (var verdict in _found?.Take() ?? [])
        {
            _verdicts.Add(1, new KeyValuePair<string, object?>("kind", verdict.Kind.ToString()));
        }
    }

    private Gauge<double> GaugeOf(string name)
    {
        if (!_gauges.TryGetValue(name, out var gauge))
        {
            gauge = _meter.CreateGauge<double>("gan." + name);
            _gauges.Add(name, gauge);
        }

        return gauge;
    }
}
