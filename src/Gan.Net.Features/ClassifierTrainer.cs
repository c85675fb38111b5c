using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Features;

/// <summary>A game of one player, who names classes. Its rate rises over a tenth of the rounds and falls to 0.</summary>
internal sealed class ClassifierTrainer : Trainer<Batch>
{
    private readonly nn.Module<Tensor, Tensor> _network;
    private readonly double _highestRate;
    private readonly long _rounds;
    private readonly int _classes;

    public ClassifierTrainer(nn.Module<Tensor, Tensor> network, DigitClassifierOptions options, long rounds)
        : base(new TrainerOptions { Seed = options.Seed, Device = options.Device })
    {
        _network = network;
        _highestRate = options.LearningRate;
        _rounds = rounds;
        _classes = options.Classes;
        network.to(options.Device);
        Players = [new Player("classifier", [network], new AdamSettings { LearningRate = options.LearningRate, Beta1 = 0.9 })];
    }

    protected override Tensor ComputeLoss(Player player, Round<Batch> round)
    {
        var batch = round.NextBatch();
        SetRate(player, (Rounds + 0.5) / _rounds);
        RequireLabels(batch);
        return nn.functional.cross_entropy(_network.call(batch.Samples.to(Device)), batch.Condition!.to(Device), reduction: nn.Reduction.None);
    }

    private void RequireLabels(Batch batch)
    {
        var (lowest, highest) = (batch.Condition!.min().ToInt64(), batch.Condition!.max().ToInt64());
        if (lowest < 0 || highest >= _classes)
        {
            throw new ArgumentException(
                $"The data has the label {(lowest < 0 ? lowest : highest)}; the classifier takes {_classes} classes, 0 to {_classes - 1}. Set {nameof(DigitClassifierOptions)}.{nameof(DigitClassifierOptions.Classes)}.");
        }
    }

    private void SetRate(Player player, double progress)
    {
        var rate = _highestRate * Math.Min(progress / 0.1, (1 - progress) / 0.9);
        foreach (var group in player.Optimizer.ParamGroups)
        {
            group.LearningRate = rate;
        }
    }
}
