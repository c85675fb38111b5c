using Gan.Net.Checkpoints;
using Gan.Net.IO;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Reliability.Checks;

/// <summary>One entry of a checkpoint: a tensor, by file and name, or a count. Restoring all others leaves the trainer's own in its place.</summary>
internal sealed record DroppedEntry(string File, string Name)
{
    private const string Counts = "counts";
    private const string Steps = "steps";

    public static IEnumerable<DroppedEntry> All(string checkpoint)
    {
        using var content = Read(checkpoint);
        return
        [
            .. content.Files.SelectMany(file => file.Value.Keys.Select(name => new DroppedEntry(file.Key, name))),
            .. content.Steps.Keys.Select(player => new DroppedEntry(Steps, player)),
            new DroppedEntry(Counts, nameof(TrainerCounters.Rounds)),
            new DroppedEntry(Counts, nameof(TrainerCounters.BatchesDrawn)),
            new DroppedEntry(Counts, nameof(TrainerCounters.SamplesSeen)),
        ];
    }

    public void RestoreOthers(string checkpoint, IResumable trainer)
    {
        using var scope = NewDisposeScope();
        using var content = Read(checkpoint);
        using var fresh = TrainerContent.CopyOf(trainer);
        switch (File)
        {
            case Steps: content.Steps[Name] = fresh.Steps[Name]; break;
            case Counts: content.Counters = Without(content.Counters, fresh.Counters); break;
            default: Drop(content, fresh); break;
        }

        var plan = new RestorePlan(trainer, content);
        if (plan.Differences.Count > 0)
        {
            throw new InvalidOperationException(string.Join("; ", plan.Differences));
        }

        plan.Apply();
    }

    public override string ToString() => $"{File}/{Name}";

    private TrainerCounters Without(TrainerCounters counters, TrainerCounters fresh) => Name switch
    {
        nameof(TrainerCounters.Rounds) => counters with { Rounds = fresh.Rounds },
        nameof(TrainerCounters.BatchesDrawn) => counters with { BatchesDrawn = fresh.BatchesDrawn },
        _ => counters with { SamplesSeen = fresh.SamplesSeen },
    };

    private void Drop(TrainerContent content, TrainerContent fresh)
    {
        content.Files[File][Name].Dispose();
        content.Files[File].Remove(Name);
        if (fresh.Files.GetValueOrDefault(File)?.GetValueOrDefault(Name) is { } own)
        {
            content.Files[File][Name] = own.clone().DetachFromDisposeScope();
        }
    }

    private static TrainerContent Read(string checkpoint)
    {
        var reader = new CheckpointReader(Disk.Instance, checkpoint);
        return reader.ReadContent(reader.ReadManifest());
    }
}
