using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>What a trainer measures of a reported round beside the losses. An unreported round costs nothing.</summary>
internal static class RoundMeasures
{
    // Below it a norm counts as this, so that a ratio to weights that are all zero stays a number.
    private const double SmallestNorm = 1e-12;

    /// <summary>Measures what the discriminator thinks of real and generated samples.</summary>
    /// <param name="round">Notes the measures.</param>
    /// <param name="prefix">What stands before the measures' names.</param>
    /// <param name="realLogits">Logits of real samples.</param>
    /// <param name="fakeLogits">Logits of generated samples.</param>
    /// <param name="decisionPoint">The logit above which a sample is called real; null when there is none.</param>
    public static void OfScores(Round round, string prefix, Tensor realLogits, Tensor fakeLogits, double? decisionPoint)
    {
        if (!round.IsReported)
        {
            return;
        }

        using var still = no_grad();
        round.Measure(prefix + "score.real", realLogits);
        round.Measure(prefix + "score.fake", fakeLogits);
        if (decisionPoint is double point)
        {
            round.Measure(prefix + "accuracy.real", realLogits.gt(point).to(ScalarType.Float32));
            round.Measure(prefix + "accuracy.fake", fakeLogits.lt(point).to(ScalarType.Float32));
        }

        if (decisionPoint is 0)
        {
            round.Measure(prefix + "probability.real", realLogits.sigmoid());
            round.Measure(prefix + "probability.fake", fakeLogits.sigmoid());
        }
    }

    /// <summary>Lets a player step, and measures its gradient and how far its weights went.</summary>
    public static void Step(Player player, long samplesSeen, Round round)
    {
        if (!round.IsReported)
        {
            player.Step(samplesSeen);
            return;
        }

        using var scope = NewDisposeScope();
        using var still = no_grad();
        var weights = player.Parameters.Values;
        var before = weights.detach().clone();
        round.Measure(player.Name + ".gradient", player.Parameters.GradientNorm());
        player.Step(samplesSeen);
        round.Measure(player.Name + ".update", weights.detach().sub(before).norm().div(before.norm().clamp_min(SmallestNorm)));
    }
}
