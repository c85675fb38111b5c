using System.Globalization;
using Gan.Net.IO;

namespace Gan.Net.Checkpoints;

/// <summary>A checkpoint's folder in a run, by its name, and what its manifest says if that can be read.</summary>
internal sealed record CheckpointEntry : IComparable<CheckpointEntry>
{
    private const string Middle = "-round-";

    /// <summary>Counts the run's checkpoints from 1, whatever round they were made in.</summary>
    public required long Number { get; init; }

    public required long Rounds { get; init; }

    public double? Score { get; init; }

    /// <summary>Whether its manifest can be read.</summary>
    public bool IsSound { get; init; } = true;

    public string FolderName => FormattableString.Invariant($"{Number:D6}{Middle}{Rounds}");

    /// <summary>What a folder's name says, or null if it is no checkpoint's.</summary>
    public static CheckpointEntry? Parse(string name)
    {
        var parts = name.Split(Middle);
        return parts.Length == 2 && Number64(parts[0]) is long number && Number64(parts[1]) is long rounds
            && new CheckpointEntry { Number = number, Rounds = rounds } is var entry && entry.FolderName == name ? entry : null;
    }

    /// <summary>
    /// Those that need not be kept: older than the last sound ones that are, and not among the best. An unsound one counts for nothing, and
    /// goes when it is older than those that are kept.
    /// </summary>
    public static IReadOnlyList<CheckpointEntry> Superfluous(IReadOnlyList<CheckpointEntry> entries, int keepLast, int keepBest)
    {
        var sound = entries.Where(entry => entry.IsSound).OrderDescending().ToList();
        var last = sound.Take(keepLast).ToList();
        if (last.Count < keepLast)
        {
            return [];
        }

        var best = sound.Where(entry => entry.Score is not null).OrderBy(entry => entry.Score).ThenByDescending(entry => entry).Take(keepBest);
        return [.. entries.Except(last).Except(best).Where(entry => entry.CompareTo(last[^1]) < 0)];
    }

    public CheckpointEntry WithManifest(CheckpointReader reader)
    {
        try
        {
            return this with { Score = reader.ReadManifest().Score };
        }
        catch (Exception error) when (error is DataFormatException or CheckpointReadException)
        {
            return this with { IsSound = false };
        }
        catch (CheckpointVersionException)
        {
            return this;
        }
    }

    public int CompareTo(CheckpointEntry? other) => (Number, Rounds).CompareTo((other?.Number ?? -1, other?.Rounds ?? -1));

    private static long? Number64(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
