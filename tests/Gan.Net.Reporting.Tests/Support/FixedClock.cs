namespace Gan.Net.Reporting.Tests.Support;

/// <summary>Stands still.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
