using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>A trainer's whole state apart from any trainer: counts, and tensors by file and name. Owns the tensors.</summary>
internal sealed class TrainerContent : IDisposable
{
    public required TrainerCounters Counters { get; set; }

    /// <summary>Steps taken, by player.</summary>
    public required Dictionary<string, long> Steps { get; init; }

    /// <summary>How each player's buffer is laid out.</summary>
    public required IReadOnlyDictionary<string, string> Layouts { get; init; }

    /// <summary>The names of all parts that can remember something.</summary>
    public required IReadOnlyCollection<string> States { get; init; }

    /// <summary>Tensors by file and name.</summary>
    public required Dictionary<string, Dictionary<string, Tensor>> Files { get; init; }

    /// <summary>Copies what a trainer holds now, on the devices where it is.</summary>
    public static TrainerContent CopyOf(IResumable trainer)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        return new TrainerContent
        {
            Counters = trainer.Counters,
            Steps = trainer.Players.ToDictionary(player => player.Name, player => player.Steps, StringComparer.Ordinal),
            Layouts = trainer.Players.ToDictionary(player => player.Name, TrainerParts.LayoutOf, StringComparer.Ordinal),
            States = [.. trainer.States.Keys],
            Files = TrainerParts.Of(trainer).ToDictionary(
                part => part.File,
                part => part.Tensors.ToDictionary(pair => pair.Key, pair => pair.Value.detach().clone().DetachFromDisposeScope(), StringComparer.Ordinal),
                StringComparer.Ordinal),
        };
    }

    public void Dispose()
    {
        foreach (var tensor in Files.Values.SelectMany(file => file.Values))
        {
            tensor.Dispose();
        }
    }
}
