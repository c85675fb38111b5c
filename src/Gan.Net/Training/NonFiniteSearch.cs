using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>Names the tensor of a step that is not finite; slow, for when there is one.</summary>
internal static class NonFiniteSearch
{
    /// <summary>The first that holds NaN or infinity, in the order in which a step uses them, and what is wrong with it.</summary>
    /// <param name="players">Everybody in the game.</param>
    /// <param name="player">Who computed its gradients.</param>
    /// <param name="inputs">What came from outside, by name.</param>
    /// <param name="loss">The player's loss.</param>
    public static (string Tensor, string Problem) First(
        IReadOnlyList<Player> players, Player player, IReadOnlyList<(string Name, Tensor Values)> inputs, Tensor loss)
    {
        using var scope = NewDisposeScope();
        var states = players.SelectMany(owner => Parameters(owner).Select(part => (part.Name, (Tensor)part.Values)).Concat(Buffers(owner)));
        var gradients = Parameters(player).Where(part => part.Values.grad is not null).Select(part => ($"gradient of {part.Name}", part.Values.grad!));
        foreach (var (name, values) in (IEnumerable<(string, Tensor)>)[.. inputs, .. states, ("loss", loss), .. gradients])
        {
            var (nan, infinite) = FiniteProbe.Count(values);
            if (nan + infinite > 0)
            {
                return (name, FormattableString.Invariant($"holds {nan} NaN and {infinite} infinite numbers of {values.numel()}"));
            }
        }

        throw new InvalidOperationException("A tensor that was not finite is finite now: something changed it while the step was looked at.");
    }

    private static IEnumerable<(string Name, Parameter Values)> Parameters(Player player) =>
        player.Modules.SelectMany((module, i) => module.named_parameters().Select(part => (FullName(player, i, part.name), part.parameter)));

    private static IEnumerable<(string Name, Tensor Values)> Buffers(Player player) =>
        player.Modules.SelectMany((module, i) => module.named_buffers().Select(part => (FullName(player, i, part.name), part.buffer)));

    private static string FullName(Player player, int module, string name) =>
        player.Modules.Count == 1 ? $"{player.Name} {name}" : FormattableString.Invariant($"{player.Name} {module}.{name}");
}
