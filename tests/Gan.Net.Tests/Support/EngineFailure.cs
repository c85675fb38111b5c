using System.Runtime.InteropServices;

namespace Gan.Net.Tests.Support;

/// <summary>Failures as the engine throws them.</summary>
internal static class EngineFailure
{
#pragma warning disable CA2201 // The engine's own type, which tests stand in for.
    public static ExternalException With(string text) => new(text);
#pragma warning restore CA2201
}
