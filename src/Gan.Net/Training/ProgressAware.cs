namespace Gan.Net.Training;

/// <summary>Finds the modules that change with progress.</summary>
internal static class ProgressAware
{
    /// <summary>Those among the players' modules and everything inside them, each once.</summary>
    public static IProgressAware[] Among(IReadOnlyList<Player> players) =>
        [.. players.SelectMany(player => player.Modules).SelectMany(module => module.modules().Prepend(module)).OfType<IProgressAware>().Distinct(ReferenceEqualityComparer.Instance).Cast<IProgressAware>()];
}
