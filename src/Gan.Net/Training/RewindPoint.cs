using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// Where a run goes back to: the trainer's whole state at the last round that is a multiple of some number, if all of it was finite then.
/// It is kept in a <see cref="ComponentState"/>, so that a checkpoint holds it too and a resumed run goes back to the same point.
/// </summary>
/// <param name="memory">Where it is kept.</param>
/// <param name="name">The name of that state.</param>
internal sealed class RewindPoint(ComponentState memory, string name)
{
    private const string Counters = "point.counters";
    private const string Steps = "point.steps.";
    private const string Tensors = "point.tensors.";
    private const string Times = "times";

    /// <summary>The round it stands at, or null when there is none.</summary>
    public long? Round => memory.Find(Counters) is { } counters ? Numbers(counters)[0] : null;

    /// <summary>How often the run went back to it.</summary>
    public long TimesUsed => memory.Find(Times)?.ToInt64() ?? 0;

    /// <summary>Keeps the state as it is, unless some of it is not finite.</summary>
    public void Set(IResumable trainer)
    {
        using var scope = NewDisposeScope();
        using var now = TrainerContent.CopyOf(trainer);
        if (now.Files.Remove(TrainerParts.FileOf(name), out var own))
        {
            foreach (var tensor in own.Values)
            {
                tensor.Dispose();
            }
        }

        if (!IsFinite(now))
        {
            return;
        }

        var times = now.Counters.Rounds == Round ? TimesUsed : 0;
        var kept = now.Files.SelectMany(file => file.Value.Select(pair => (Name: Path(file.Key, pair.Key), pair.Value)))
            .ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
        now.Files.Clear();
        kept.Add(Counters, Kept(now.Counters.Rounds, now.Counters.BatchesDrawn, now.Counters.SamplesSeen));
        kept.Add(Times, Kept(times));
        foreach (var (player, steps) in now.Steps)
        {
            kept.Add(Steps + player, Kept(steps));
        }

        memory.Replace(kept);
    }

    /// <summary>Sets the trainer to the state, but for where the data goes on.</summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="skip">Batches to pass over from the point's own.</param>
    /// <param name="atLeast">The first batch after the one that failed, which is passed over in any case.</param>
    public void Return(IResumable trainer, long skip, long atLeast)
    {
        using var scope = NewDisposeScope();
        memory.Set(Times, tensor(new[] { TimesUsed + 1 }));
        var counters = Numbers(memory.Find(Counters)!);
        using var content = new TrainerContent
        {
            Counters = new TrainerCounters(counters[0], Math.Max(counters[1] + skip, atLeast), counters[2]),
            Steps = trainer.Players.ToDictionary(player => player.Name, player => Numbers(memory.Find(Steps + player.Name)!)[0], StringComparer.Ordinal),
            Layouts = trainer.Players.ToDictionary(player => player.Name, TrainerParts.LayoutOf, StringComparer.Ordinal),
            States = [.. trainer.States.Keys],
            Files = Files(),
        };
        var plan = new RestorePlan(trainer, content);
        if (plan.Differences.Count > 0)
        {
            throw new InvalidOperationException($"The run cannot go back to round {counters[0]}, because the models were changed since: {string.Join("; ", plan.Differences)}.");
        }

        plan.Apply();
    }

    // The point's own state stays what it is: it stands in the content as it is now.
    private Dictionary<string, Dictionary<string, Tensor>> Files()
    {
        var files = new Dictionary<string, Dictionary<string, Tensor>>(StringComparer.Ordinal)
        {
            [TrainerParts.FileOf(name)] = memory.Tensors.ToDictionary(pair => pair.Key, pair => pair.Value.clone().DetachFromDisposeScope(), StringComparer.Ordinal),
        };
        foreach (var (path, tensor) in memory.Tensors)
        {
            if (path.StartsWith(Tensors, StringComparison.Ordinal))
            {
                var parts = path[Tensors.Length..].Split('/', 2);
                files.TryAdd(parts[0], new(StringComparer.Ordinal));
                files[parts[0]].Add(parts[1], tensor.clone().DetachFromDisposeScope());
            }
        }

        return files;
    }

    private static string Path(string file, string tensor) => $"{Tensors}{file}/{tensor}";

    private static bool IsFinite(TrainerContent content)
    {
        var probe = new FiniteProbe();
        foreach (var tensor in content.Files.Values.SelectMany(file => file.Values))
        {
            probe.Add(tensor);
        }

        return probe.AllFinite();
    }

    private static Tensor Kept(params long[] numbers) => tensor(numbers).DetachFromDisposeScope();

    private static long[] Numbers(Tensor tensor) => tensor.data<long>().ToArray();
}
