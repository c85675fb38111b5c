using Gan.Net.Training;

namespace Gan.Net.Tests.Support;

/// <summary>Keeps what it is told, and does at each report what the test asks.</summary>
internal sealed class RecordingHook(long every = 1, Action<TrainingReport, ISampler?>? reported = null) : TrainingHook
{
    public override long Every => every;

    public List<string> Calls { get; } = [];

    public List<TrainingReport> Reports { get; } = [];

    public TrainingEnd? Result { get; private set; }

    public Exception? Failure { get; private set; }

    public override void OnStart(IReadOnlyList<ISampler> views) => Calls.Add("start");

    public override void OnReport(TrainingReport report, IReadOnlyList<ISampler> views)
    {
        Calls.Add($"report {report.Round}");
        Reports.Add(report);
        reported?.Invoke(report, views.Count == 0 ? null : views[0]);
    }

    public override void OnEnd(TrainingEnd end, IReadOnlyList<ISampler> views)
    {
        Calls.Add("end");
        Result = end;
    }

    public override void OnFailed(Exception failure)
    {
        Calls.Add("failed");
        Failure = failure;
    }
}
