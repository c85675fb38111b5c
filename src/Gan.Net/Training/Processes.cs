using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>Makes the processes of a game agree.</summary>
internal static class Processes
{
    /// <summary>
    /// Gives all processes the weights, buffers and states of process 0. Optimizers remember the same everywhere: nothing at the start, and what the
    /// checkpoint holds after a restore.
    /// </summary>
    public static void Align(ICollective collective, Trainer trainer)
    {
        if (collective.Size == 1)
        {
            return;
        }

        using var still = no_grad();
        foreach (var player in trainer.Players)
        {
            collective.Broadcast(player.Parameters.Values);
            foreach (var buffer in player.Modules.SelectMany(module => module.buffers()))
            {
                collective.Broadcast(buffer);
            }
        }

        foreach (var tensor in trainer.States.Values.SelectMany(state => state.Tensors.Values))
        {
            collective.Broadcast(tensor);
        }
    }

    /// <summary>Replaces a player's gradients by their mean over the processes.</summary>
    public static void AverageGradients(ICollective collective, Player player)
    {
        if (collective.Size == 1)
        {
            return;
        }

        using var scope = NewDisposeScope();
        using var still = no_grad();
        collective.Sum(player.Parameters.Gradients);
        player.Parameters.Gradients.div_(collective.Size);
    }
}
