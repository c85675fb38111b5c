namespace Gan.Net.Reporting.Tests.Support;

/// <summary>A clock that goes on only when told, or when someone asks for the date, which a report does once while it is written.</summary>
internal sealed class SlowClock : TimeProvider
{
    private long _ticks;

    /// <summary>How long a question for the date takes.</summary>
    public required TimeSpan Slowness { get; init; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Pass(TimeSpan time) => _ticks += time.Ticks;

    public override long GetTimestamp() => _ticks;

    public override DateTimeOffset GetUtcNow()
    {
        Pass(Slowness);
        return RecordedRun.Now;
    }
}
