using Gan.Net.Training;

namespace Gan.Net.Tests.Support;

/// <summary>What happened in a game, in order, each entry with the steps the players had taken by then.</summary>
internal sealed class Journal
{
    private readonly List<string> _entries = [];

    /// <summary>The game whose steps are noted.</summary>
    public GanTrainer? Game { get; set; }

    public IReadOnlyList<string> Entries => _entries;

    public void Note(string what) => _entries.Add($"{what} {Taken("discriminator")}-{Taken("generator")}");

    public void Clear() => _entries.Clear();

    private long Taken(string player) => Game?.Players.Single(candidate => candidate.Name == player).Steps ?? 0;
}
