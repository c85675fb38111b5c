using Gan.Net.Training;

namespace Gan.Net.Tests.Support;

/// <summary>Finds ten times the round as "spread", and claims a loss of -1.</summary>
internal sealed class MeasuringHook(long every) : TrainingHook
{
    private Dictionary<string, double> _found = [];

    public override long Every => every;

    public override IReadOnlyDictionary<string, double> Measures => _found;

    public override void OnReport(TrainingReport report, IReadOnlyList<ISampler> views) =>
        _found = new() { ["spread"] = 10.0 * report.Round, ["generator.loss"] = -1 };
}
