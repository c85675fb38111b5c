using Gan.Net.EngineTraps.Traps;

namespace Gan.Net.EngineTraps;

/// <summary>All traps, in the order of the list in docs/decisions.</summary>
internal static class TrapList
{
    public static IReadOnlyList<Trap> All { get; } =
    [
        .. FatalMathTraps.List, .. FatalStateTraps.List, .. WrongValueTraps.List, .. ThrowingTraps.List, .. HandleTraps.List, .. GradientTraps.List, .. ModuleTraps.List, .. RuntimeTraps.List,
    ];
}
