using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// Compares a content with a trainer, notes every difference, and then sets the trainer to the content. Nothing changes before
/// <see cref="Apply"/>, and nothing in it can fail half way: all tensors are there, of the right shapes.
/// </summary>
internal sealed class RestorePlan
{
    private readonly IResumable _trainer;
    private readonly TrainerContent _content;
    private readonly List<(Tensor Target, Tensor Source)> _copies = [];
    private readonly List<(Player Player, Dictionary<string, Tensor> State)> _optimizers = [];
    private readonly Dictionary<string, Dictionary<string, Tensor>> _states = new(StringComparer.Ordinal);
    private readonly HashSet<string> _filesLeft;
    private Tensor? _random;

    /// <summary>Compares. The caller's dispose scope holds what is made here, and must outlive this.</summary>
    public RestorePlan(IResumable trainer, TrainerContent content)
    {
        _trainer = trainer;
        _content = content;
        _filesLeft = [.. content.Files.Keys];
        ComparePlayers();
        CompareStates();
        CompareTraining();
        Differences.AddRange(_filesLeft.Order(StringComparer.Ordinal).Select(file => $"'{file}' is in the checkpoint and means nothing to the trainer"));
    }

    /// <summary>What does not fit.</summary>
    public List<string> Differences { get; } = [];

    /// <summary>Sets the trainer to the content.</summary>
    public void Apply()
    {
        using var still = no_grad();
        foreach (var (target, source) in _copies)
        {
            target.copy_(source);
        }

        foreach (var (player, state) in _optimizers)
        {
            player.Settings.WriteState(player.Optimizer, state);
            player.Steps = _content.Steps[player.Name];
        }

        foreach (var (name, tensors) in _states)
        {
            _trainer.States[name].Replace(tensors.ToDictionary(pair => pair.Key, pair => pair.Value.DetachFromDisposeScope(), StringComparer.Ordinal));
        }

        GeneratorState.Set(_trainer.Random, _random!);
        _trainer.Counters = _content.Counters;
    }

    private void ComparePlayers()
    {
        foreach (var name in _content.Steps.Keys.Except(_trainer.Players.Select(player => player.Name)))
        {
            Differences.Add($"the player '{name}' is in the checkpoint only");
        }

        foreach (var player in _trainer.Players)
        {
            if (!_content.Steps.ContainsKey(player.Name))
            {
                Differences.Add($"the player '{player.Name}' is in the trainer only");
            }
            else if (_content.Layouts[player.Name] != TrainerParts.LayoutOf(player))
            {
                Differences.Add($"the {player.Name}'s parameters have other names, shapes or another order");
            }

            for (var i = 0; i < player.Modules.Count; i++)
            {
                var state = player.Modules[i].state_dict();
                if (state.Count > 0)
                {
                    CompareModule(TrainerParts.FileOf(player, i), state);
                }
            }
        }
    }

    private void CompareModule(string file, Dictionary<string, Tensor> own)
    {
        var found = Take(file);
        foreach (var name in own.Keys.Union(found.Keys).Order(StringComparer.Ordinal))
        {
            if (Agree($"{file}: '{name}'", own.GetValueOrDefault(name), found.GetValueOrDefault(name), mayBeEmpty: false))
            {
                _copies.Add((own[name], found[name]));
            }
        }
    }

    private void CompareStates()
    {
        foreach (var name in _trainer.States.Keys.Union(_content.States).Order(StringComparer.Ordinal))
        {
            var found = Take(TrainerParts.FileOf(name));
            if (!_trainer.States.TryGetValue(name, out var state))
            {
                Differences.Add($"the part '{name}' is in the checkpoint only");
            }
            else if (!_content.States.Contains(name))
            {
                Differences.Add($"the part '{name}' is in the trainer only");
            }
            else
            {
                _states.Add(name, found.ToDictionary(pair => pair.Key, pair => OwnCopy(pair.Value, state.Find(pair.Key)), StringComparer.Ordinal));
            }
        }
    }

    private void CompareTraining()
    {
        var found = Take(TrainerParts.TrainingFile);
        using var random = _trainer.Random.get_state();
        if (Agree("'random'", random, found.GetValueOrDefault(TrainerParts.Random), mayBeEmpty: false))
        {
            _random = found[TrainerParts.Random];
            if (!GeneratorState.Fits(_random))
            {
                Differences.Add("'random' is no state of this engine's random generator");
            }
        }

        found.Remove(TrainerParts.Random);
        foreach (var player in _trainer.Players)
        {
            CompareOptimizer(player, found);
        }

        Differences.AddRange(found.Keys.Order(StringComparer.Ordinal).Select(name => $"'{name}' is in the checkpoint only"));
    }

    private void CompareOptimizer(Player player, Dictionary<string, Tensor> found)
    {
        var prefix = TrainerParts.OptimizerPrefix(player);
        var state = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        foreach (var (name, own) in player.Settings.ReadState(player.Optimizer))
        {
            if (found.Remove(prefix + name, out var tensor) & Agree($"'{prefix}{name}'", own, tensor, mayBeEmpty: true, player.Parameters.Values))
            {
                state.Add(name, tensor!);
            }
        }

        _optimizers.Add((player, state));
    }

    // Of a part that is missing as a whole, every tensor is missing.
    private Dictionary<string, Tensor> Take(string file)
    {
        _filesLeft.Remove(file);
        return new(_content.Files.GetValueOrDefault(file) ?? [], StringComparer.Ordinal);
    }

    private bool Agree(string name, Tensor? own, Tensor? found, bool mayBeEmpty, Tensor? whole = null)
    {
        if (own is null || found is null)
        {
            Differences.Add($"{name} is in the {(own is null ? "checkpoint" : "trainer")} only");
            return false;
        }

        var shape = mayBeEmpty && (found.numel() == 0 || own.numel() == 0) ? EmptyOr(whole!, found) : own.shape;
        if (own.dtype == found.dtype && shape.SequenceEqual(found.shape))
        {
            return true;
        }

        Differences.Add($"{name} is {found.dtype} [{string.Join(", ", found.shape)}] in the checkpoint and {own.dtype} [{string.Join(", ", own.shape)}] in the trainer");
        return false;
    }

    private static long[] EmptyOr(Tensor whole, Tensor found) => found.numel() == 0 ? [0] : whole.shape;

    // Where the trainer has the tensor already. If it has not: where it plays, but counts and the like on the CPU, where they are read.
    private Tensor OwnCopy(Tensor source, Tensor? now) =>
        source.to(now?.device ?? (is_floating_point(source.dtype) ? _trainer.Device : CPU), copy: true);
}
