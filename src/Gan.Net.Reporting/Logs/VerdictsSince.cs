using Gan.Net.Monitoring;

namespace Gan.Net.Reporting;

/// <summary>A monitor's verdicts, each handed out once.</summary>
internal sealed class VerdictsSince(TrainingMonitor monitor)
{
    private int _taken;

    public IEnumerable<Verdict> Take()
    {
        for (; _taken < monitor.Verdicts.Count; _taken++)
        {
            yield return monitor.Verdicts[_taken];
        }
    }
}
