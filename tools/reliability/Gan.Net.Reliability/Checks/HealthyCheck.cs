using Gan.Net.Losses;
using Gan.Net.Reliability.Games;
using Gan.Net.Reliability.Numbers;
using Gan.Net.Reliability.Runner;
using Gan.Net.Training;
using TorchSharp;

namespace Gan.Net.Reliability.Checks;

/// <summary>Sound games of every kind, one with gradients whose squares overflow: the guard never speaks.</summary>
internal sealed class HealthyCheck : Check
{
    public override string Name => "false-alarms";

    public override IEnumerable<Figure> Run(Occasion occasion)
    {
        var (total, alarms) = (occasion.Count(2_000, 20_000), 0);
        var recipes = EveryGame.All.ToList();
        long steps = 0;
        foreach (var recipe in recipes)
        {
            using var game = recipe.Make();
            (steps, alarms) = Play(game, total / recipes.Count / 2, steps, alarms);
        }

        using var steep = new SmallGame(new()
        {
            Loss = new MagnifiedLoss(1e32),
            GeneratorOptimizer = new SgdSettings { LearningRate = 1e-34 },
            DiscriminatorOptimizer = new SgdSettings { LearningRate = 1e-34 },
        });
        (steps, alarms) = Play(steep, (int)(total - steps) / 2 + 50, steps, alarms);
        var largest = steep.Trainer.Players.Max(player => player.Parameters.GradientNorm().ToDouble());
        yield return new($"{steps} sound steps of {recipes.Count + 1} games", "0 false alarms", $"{alarms}", alarms == 0 && steps >= total);
        yield return new("the steepest game's gradients", "beyond the root of the largest float", $"norm {largest:E1}", !(largest < 1.9e19));
    }

    private static (long Steps, int Alarms) Play(SmallGame game, int rounds, long steps, int alarms)
    {
        try
        {
            game.PlayTo(Math.Max(1, rounds));
        }
        catch (NonFiniteNumberException alarm)
        {
            Console.Error.WriteLine(alarm.Message);
            alarms++;
        }

        return (steps + game.Trainer.Players.Sum(player => player.Steps), alarms + (int)game.Trainer.SkippedSteps);
    }
}
