using System.Globalization;
using Gan.Net.Reliability.Games;
using Gan.Net.Reliability.Numbers;
using Gan.Net.Training;

namespace Gan.Net.Reliability.Checks;

/// <summary>A process that plays its share of all games and prints, a line for each, how many tensors it left.</summary>
internal static class CountingChild
{
    public const string Verb = "play-and-count";

    private const int AtOnce = 50;

    /// <summary>Arguments: which share, of how many, optimizers' steps of warm-up, steps counted.</summary>
    public static int Run(string[] arguments)
    {
        var (share, shares, warmUp, steps) = (Number(arguments[0]), Number(arguments[1]), Number(arguments[2]), Number(arguments[3]));
        foreach (var named in EveryGame.All.Where((_, i) => i % shares == share))
        {
            using var game = named.Make();
            Play(game, warmUp);
            Console.WriteLine(FormattableString.Invariant($"{named.Name}: {Play(game, steps)}"));
        }

        return 0;
    }

    private static long Play(SmallGame game, long steps)
    {
        long left = 0;
        for (var end = Steps(game) + steps; Steps(game) < end;)
        {
            left += TensorCount.LeftBy(AtOnce, many => game.Trainer.Fit(game.Source, TrainingLength.Rounds(many)));
        }

        return left;
    }

    private static long Steps(SmallGame game) => game.Trainer.Players.Sum(player => player.Steps);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
