using System.Security.Cryptography;
using System.Text;
using Gan.Net.IO;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// Takes a trainer's state apart into files of named tensors: one for each module under its state dict's own names, one for each part
/// that remembers something, and one for optimizers and random numbers.
/// </summary>
internal static class TrainerParts
{
    public const string TrainingFile = "training.safetensors";
    public const string Random = "random";
    private const string Extension = ".safetensors";

    /// <summary>
    /// The parts as they are now: the trainer's own tensors, and some made for the occasion, which belong to the caller's dispose scope.
    /// </summary>
    public static IReadOnlyList<StatePart> Of(IResumable trainer)
    {
        var parts = new List<StatePart>();
        foreach (var player in trainer.Players)
        {
            parts.AddRange(player.Modules.Select((module, j) => new StatePart(FileOf(player, j), module.state_dict())));
        }

        parts.AddRange(trainer.States.Where(state => state.Value.Tensors.Count > 0).Select(state => new StatePart(FileOf(state.Key), state.Value.Tensors)));
        parts.Add(new StatePart(TrainingFile, Training(trainer)));
        return parts.FindAll(part => part.Tensors.Count > 0);
    }

    /// <summary>The file of a player's module, such as <c>generator.safetensors</c>, or <c>generators.1.safetensors</c> of several.</summary>
    public static string FileOf(Player player, int module) =>
        FileNames.Plain(player.Modules.Count == 1 ? player.Name : FormattableString.Invariant($"{player.Name}.{module}")) + Extension;

    /// <summary>The file of what a part of the game remembers, such as <c>state.ema.safetensors</c>.</summary>
    public static string FileOf(string state) => FileNames.Plain("state." + state) + Extension;

    /// <summary>What goes before the name of a tensor of a player's optimizer.</summary>
    public static string OptimizerPrefix(Player player) => $"optimizer.{player.Name}.";

    /// <summary>
    /// A digest of how a player's parameters lie in its buffer: names, shapes and order. What was saved in one order means nothing in another.
    /// </summary>
    public static string LayoutOf(Player player)
    {
        var names = new Dictionary<object, string>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < player.Modules.Count; i++)
        {
            foreach (var (name, parameter) in player.Modules[i].named_parameters())
            {
                names.TryAdd(parameter, FormattableString.Invariant($"{i}.{name}"));
            }
        }

        var lines = player.Parameters.Parts.Select(part => $"{names[part]} [{string.Join(", ", part.shape)}]");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }

    private static Dictionary<string, Tensor> Training(IResumable trainer)
    {
        var tensors = new Dictionary<string, Tensor>(StringComparer.Ordinal) { [Random] = trainer.Random.get_state() };
        foreach (var player in trainer.Players)
        {
            foreach (var (name, tensor) in player.Settings.ReadState(player.Optimizer))
            {
                tensors.Add(OptimizerPrefix(player) + name, tensor);
            }
        }

        return tensors;
    }
}
