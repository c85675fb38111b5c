using Microsoft.Extensions.Logging;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// Finds NaN and infinity in what one step is about to use, before any weight moves: what came from outside, the players' weights and
/// buffers, the loss, the gradients. One pass over each, weights once for each time they moved; one number to wait for. Follows a <see cref="NumericPolicy"/> with what it finds.
/// </summary>
/// <param name="policy">What to do.</param>
/// <param name="memory">What the policy remembers; null for one that remembers nothing.</param>
/// <param name="collective">The processes that agree on what was found.</param>
/// <param name="logger">Who is told of steps left out.</param>
internal sealed class NumericGuard(NumericPolicy policy, ComponentState? memory, ICollective collective, ILogger logger) : IDisposable
{
    /// <summary>The name of the state in which the policy's memory is kept.</summary>
    public const string StateName = "numericPolicy";

    private const string All = "all";

    private readonly RewindPoint? _point = policy.Reaction == NumericReaction.Rewind ? new RewindPoint(memory!, StateName) : null;

    // Players whose weights may have changed since they were looked at.
    private readonly HashSet<Player> _moved = [];

    private IReadOnlyList<Player> _players = [];
    private IReadOnlyCollection<ComponentState> _states = [];
    private ModuleBuffers? _buffers;

    /// <summary>Steps left out.</summary>
    public long SkippedSteps => Count(All);

    /// <summary>Learns who plays, and where their modules' buffers are.</summary>
    public void Attach(IReadOnlyList<Player> players, IReadOnlyCollection<ComponentState> states)
    {
        if (policy.Reaction != NumericReaction.None)
        {
            (_players, _states) = (players, states);
            _buffers?.Dispose();
            _buffers = new ModuleBuffers(players.SelectMany(player => player.Modules));
            Suspect();
        }
    }

    /// <summary>Called after others were let at the weights: all are looked at again.</summary>
    public void Suspect() => _moved.UnionWith(_players);

    /// <summary>Begins to compute a step; null when nothing is looked at.</summary>
    public Turn? Begin() => _buffers is null ? null : new Turn(_buffers, _states);

    /// <summary>Looks at everything a player is about to use.</summary>
    /// <param name="player">Who computed its gradients.</param>
    /// <param name="inputs">What came from outside, by name.</param>
    /// <param name="loss">Its loss.</param>
    /// <param name="round">The round, from 1, for the error.</param>
    /// <param name="lastCheckpoint">For the error.</param>
    /// <returns>What is wrong; null if nothing is.</returns>
    public NonFiniteNumberException? Examine(
        Player player, IReadOnlyList<(string Name, Tensor Values)> inputs, Tensor loss, long round, string? lastCheckpoint)
    {
        if (_buffers is null)
        {
            return null;
        }

        if (IsFinite(player, inputs, loss))
        {
            _moved.Clear();
            return null;
        }

        var (tensor, problem) = NonFiniteSearch.First(_players, player, inputs, loss);
        return new NonFiniteNumberException(round, player, tensor, problem, lastCheckpoint, policy.Reaction == NumericReaction.Skip ? (int)Count(player.Name) : 0);
    }

    /// <summary>Called before each round, for policies that go back to one.</summary>
    public void BeginRound(IResumable trainer)
    {
        if (_point is not null && (trainer.Counters.Rounds % policy.Every == 0 || _point.Round is null))
        {
            _point.Set(trainer);
        }
    }

    /// <summary>Sets the trainer back to the last good state; false when the policy does not, or may not any more.</summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="problem">What was found.</param>
    /// <param name="nextBatch">The first batch the failed round did not draw.</param>
    public bool GoBack(IResumable trainer, NonFiniteNumberException problem, long nextBatch)
    {
        if (_point?.Round is null || _point.TimesUsed >= policy.Most)
        {
            return false;
        }

        _point.Return(trainer, policy.SkipBatches, nextBatch);
        Suspect();
        TrainerLog.WentBack(logger, problem.Message, trainer.Counters.Rounds, trainer.Counters.BatchesDrawn);
        return true;
    }

    /// <summary>Throws the problem, or counts the step as left out.</summary>
    public void Answer(NonFiniteNumberException problem)
    {
        if (policy.Reaction != NumericReaction.Skip || Count(problem.Player) >= policy.Most)
        {
            throw problem;
        }

        Set(All, Count(All) + 1);
        Set(problem.Player, Count(problem.Player) + 1);
        TrainerLog.Skipped(logger, problem.Message);
    }

    /// <summary>A player's step was taken: the next one left out is the first in a row.</summary>
    public void Stepped(Player player)
    {
        _ = _moved.Add(player);
        if (policy.Reaction == NumericReaction.Skip && Count(player.Name) > 0)
        {
            Set(player.Name, 0);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _buffers?.Dispose();

    private bool IsFinite(Player player, IReadOnlyList<(string Name, Tensor Values)> inputs, Tensor loss)
    {
        var probe = new FiniteProbe();
        for (var i = 0; i < inputs.Count; i++)
        {
            probe.Add(inputs[i].Values);
        }

        for (var i = 0; i < _players.Count; i++)
        {
            _players[i].Parameters.ShowTo(probe, values: _moved.Contains(_players[i]), gradients: ReferenceEquals(_players[i], player));
        }

        _buffers!.ShowTo(probe);
        probe.Add(loss);
        return !collective.Any(!probe.AllFinite());
    }

    private long Count(string name) => memory?.Find(name)?.ToInt64() ?? 0;

    private void Set(string name, long count)
    {
        using var scope = NewDisposeScope();
        memory!.Set(name, tensor(count));
    }
}
