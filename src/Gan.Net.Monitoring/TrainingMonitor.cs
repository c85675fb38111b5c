using System.Collections.ObjectModel;
using Gan.Net.Monitoring.Signs;
using Gan.Net.Training;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gan.Net.Monitoring;

/// <summary>
/// Watches a two-player game and says what goes wrong: the discriminator winning, the generator winning, a vanishing gradient,
/// oscillation, collapse, divergence. Each is said once in a run, with the number that told and what usually helps. It never steers.
/// <para>
/// Samples from always the same latents are compared with data; the measures it finds are <c>samples.spread</c> (their deviation over the
/// data's), <c>samples.missed</c> (the share of the data in regions that have less than a quarter of the samples they should have) and
/// <c>samples.near</c> (the share of samples as close to a region's centre as data is), for the hooks after it. Regions are 16 clusters of about
/// a thousand real samples; pictures are compared at 32 by 32 pixels at most.
/// </para>
/// Holds plain numbers only. Not thread-safe.
/// </summary>
public sealed class TrainingMonitor : TrainingHook
{
    private readonly TrainingMonitorOptions _options;
    private readonly IBatchSource<Batch>? _data;
    private readonly ILogger _logger;
    private readonly List<ISign> _signs;
    private readonly List<Verdict> _verdicts = [];
    private IReadOnlyDictionary<string, double> _measures = ReadOnlyDictionary<string, double>.Empty;
    private SampleReference? _reference;

    /// <summary>Prepares to watch.</summary>
    /// <param name="data">What samples are compared with; its first batches are looked at when the run starts, which does not disturb a
    /// run from the same source. The caller owns it. Null: collapse and oscillation are not recognised.</param>
    /// <param name="options">When to speak; null for the defaults.</param>
    /// <param name="logger">Who is told, as a warning; null for nobody.</param>
    /// <exception cref="ArgumentException">An option breaks a rule; the message names every one that does.</exception>
    public TrainingMonitor(IBatchSource<Batch>? data = null, TrainingMonitorOptions? options = null, ILogger? logger = null)
    {
        _options = (options ?? new TrainingMonitorOptions()).Validated();
        _data = data;
        _logger = logger ?? NullLogger.Instance;
        _signs =
        [
            new DivergenceSign(_options), new DiscriminatorWinsSign(_options), new GeneratorWinsSign(_options), new VanishingGradientSign(_options),
            new CollapseSign(_options), new PartialCollapseSign(_options), new OscillationSign(_options),
        ];
    }

    /// <summary>Raised for each verdict, on the training thread, before the hooks after this one see the round.</summary>
    public event EventHandler<Verdict>? VerdictReached;

    /// <summary>What was found so far, in the order it was found.</summary>
    public IReadOnlyList<Verdict> Verdicts => _verdicts;

    /// <inheritdoc/>
    public override long Every => _options.Every;

    /// <summary>What samples were like when they were looked at last, by name; empty without data or samples.</summary>
    public override IReadOnlyDictionary<string, double> Measures => _measures;

    /// <inheritdoc/>
    public override void OnStart(IReadOnlyList<ISampler> views)
    {
        if (_data is not null && views.Count > 0)
        {
            _reference ??= SampleReference.Of(_data);
        }
    }

    /// <inheritdoc/>
    public override void OnReport(TrainingReport report, IReadOnlyList<ISampler> views)
    {
        ArgumentNullException.ThrowIfNull(report);
        var reading = new MonitorReading(report, Look(views));
        for (var i = 0; i < _signs.Count; i++)
        {
            if (_signs[i].Look(reading) is { } finding)
            {
                Tell(_signs[i], finding, report);
                Dismiss(_signs[i--]);
            }
        }
    }

    // What follows a divergence means nothing any more.
    private void Dismiss(ISign sign)
    {
        _signs.Remove(sign);
        if (sign.Kind == VerdictKind.Divergence)
        {
            _signs.Clear();
        }
    }

    private SampleReading? Look(IReadOnlyList<ISampler> views)
    {
        if (_reference is null || views.Count == 0)
        {
            return null;
        }

        using var samples = views[0].Sample(_options.Samples);
        var reading = _reference.Describe(samples);
        _measures = new Dictionary<string, double>
        {
            ["samples.spread"] = reading.Spread,
            ["samples.missed"] = reading.Missed,
            ["samples.near"] = reading.Near,
        };
        return reading;
    }

    private void Tell(ISign sign, Finding finding, TrainingReport report)
    {
        var verdict = new Verdict
        {
            Kind = sign.Kind,
            Round = report.Round,
            SamplesSeen = report.SamplesSeen,
            Value = finding.Value,
            Limit = finding.Limit,
            Sentence = finding.Sentence,
            Remedies = sign.Remedies,
        };
        _verdicts.Add(verdict);
        MonitorLog.Reached(_logger, verdict.Kind, verdict.Round, verdict.SamplesSeen, verdict.Sentence, string.Join("; ", verdict.Remedies));
        VerdictReached?.Invoke(this, verdict);
    }
}
