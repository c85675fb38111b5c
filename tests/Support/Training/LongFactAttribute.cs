using System.Runtime.CompilerServices;

namespace Gan.Net.TestSupport;

/// <summary>A test that takes minutes. Explicit: runs where GANNET_LONG is 1, or where explicit tests are asked for.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongFactAttribute : FactAttribute
{
    public LongFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : base(file, line) =>
        Explicit = Environment.GetEnvironmentVariable("GANNET_LONG") != "1";
}
