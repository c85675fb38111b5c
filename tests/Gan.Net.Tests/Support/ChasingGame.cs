using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Support;

/// <summary>A game on the bare loop: the leader goes to 3, the follower, twice as fast, to one more than the leader.</summary>
internal sealed class ChasingGame : Trainer<NumberBatch>
{
    public ChasingGame()
        : base(new TrainerOptions())
    {
        var settings = new SgdSettings { LearningRate = .1 };
        Players = [new Player("leader", [Leader], settings), new Player("follower", [Follower], settings, stepsPerRound: 2)];
    }

    public NumberModule Leader { get; } = new();

    public NumberModule Follower { get; } = new();

    public List<bool> Reported { get; } = [];

    protected override Tensor ComputeLoss(Player player, Round<NumberBatch> round)
    {
        if (player.Name == "leader")
        {
            Reported.Add(round.IsReported);
            round.Measure("drawn", tensor((double)round.NextBatch().Number));
            return Leader.Number.sub(3).square();
        }

        return Follower.Number.sub(Leader.Number.detach()).sub(1).square();
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Leader.Dispose();
        Follower.Dispose();
    }
}
