using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>Lets the players of a game move: freezes the others, differentiates, looks for NaN and infinity, and steps.</summary>
internal sealed class Moves(Trainer trainer, NumericGuard guard, TrainerOptions options)
{
    private Player? _trainable;

    private IReadOnlyList<Player> Players => trainer.Players;

    /// <summary>All moves of one round.</summary>
    /// <param name="round">The round.</param>
    /// <param name="loss">The terms of a player's loss.</param>
    public void Play(Round round, Func<Player, Tensor> loss)
    {
        if (options.Update == UpdateRule.Simultaneous)
        {
            Move(round, loss, Players);
            return;
        }

        for (var i = 0; i < Players.Count; i++)
        {
            for (var step = 0; step < Players[i].StepsIn(trainer.Rounds); step++)
            {
                Move(round, loss, Players[i]);
            }
        }
    }

    /// <summary>Freezes all players but one; between runs there is none, and none is frozen.</summary>
    public void GiveTurn(Player? player)
    {
        if (ReferenceEquals(_trainable, player))
        {
            return;
        }

        for (var i = 0; i < Players.Count; i++)
        {
            Players[i].Parameters.SetTrainable(player is null || ReferenceEquals(Players[i], player));
        }

        _trainable = player;
    }

    private void Move(Round round, Func<Player, Tensor> loss, params IReadOnlyList<Player> players)
    {
        if (Step(round, loss, players) is { } problem)
        {
            guard.Answer(problem);
        }
    }

    // Those that move at the same time, all or none of them; whatever is thrown on the way, what computing changed is put back.
    private NonFiniteNumberException? Step(Round round, Func<Player, Tensor> loss, IReadOnlyList<Player> players)
    {
        using var turn = guard.Begin();
        foreach (var player in players)
        {
            if (Differentiate(player, round, loss) is { } problem)
            {
                return problem;
            }
        }

        foreach (var player in players)
        {
            RoundMeasures.Step(player, trainer.SamplesSeen, round);
            guard.Stepped(player);
        }

        turn?.Keep();
        return null;
    }

    private NonFiniteNumberException? Differentiate(Player player, Round round, Func<Player, Tensor> loss)
    {
        GiveTurn(player);
        player.Parameters.ZeroGradients();
        for (var part = 0; part < options.GradientAccumulation; part++)
        {
            if (Differentiate(player, round, loss, part) is { } problem)
            {
                return problem;
            }
        }

        Processes.AverageGradients(options.Collective, player);
        return null;
    }

    // One of the batches whose gradients make the step.
    private NonFiniteNumberException? Differentiate(Player player, Round round, Func<Player, Tensor> loss, int part)
    {
        using var scope = NewDisposeScope();
        round.BeginStep(part);
        var mean = loss(player).mean();
        round.Measure(player.Name + ".loss", mean);
        (options.GradientAccumulation == 1 ? mean : mean.div(options.GradientAccumulation)).backward();
        return guard.Examine(player, round.Watched, mean, trainer.Rounds + 1, trainer.LastCheckpoint);
    }
}
