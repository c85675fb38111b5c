namespace Gan.Net.TestSupport;

/// <summary>A test that takes minutes: runs only where GANNET_LONG is 1.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongFactAttribute : FactAttribute
{
    public LongFactAttribute() =>
        Skip = Environment.GetEnvironmentVariable("GANNET_LONG") == "1" ? null : "Takes minutes. Set GANNET_LONG=1 to run it.";
}
