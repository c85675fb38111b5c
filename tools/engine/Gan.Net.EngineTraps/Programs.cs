using Gan.Net.EngineTraps.Models;

namespace Gan.Net.EngineTraps;

/// <summary>What the program does by its first argument. The second names the case; what came of it is the last line written.</summary>
internal static class Programs
{
    /// <summary>What the line of the outcome starts with. A process that ends earlier writes none.</summary>
    public const string Answer = "outcome: ";

    public static IReadOnlyDictionary<string, Func<string, string>> Verbs { get; } = new Dictionary<string, Func<string, string>>(StringComparer.Ordinal)
    {
        ["trap"] = name => TrapList.All.Single(trap => trap.Call == name).Outcome(),
        ["misfit"] = name => Misfit.All.Single(misfit => misfit.Name == name).Train(),
        ["states"] = States.Damage,
    };
}
