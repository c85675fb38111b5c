namespace Gan.Net.Monitoring.Signs;

/// <summary>Knows one thing that can go wrong. A new one is a new file and a line in <see cref="TrainingMonitor"/>.</summary>
internal interface ISign
{
    VerdictKind Kind { get; }

    /// <summary>What usually helps, the first to try first.</summary>
    IReadOnlyList<string> Remedies { get; }

    /// <summary>Takes a round into account; returns what it found, or null. Not asked again once it found something.</summary>
    Finding? Look(MonitorReading reading);
}
