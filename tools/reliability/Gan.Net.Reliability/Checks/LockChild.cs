using System.Globalization;
using Gan.Net.Checkpoints;
using Gan.Net.Reliability.Games;

namespace Gan.Net.Reliability.Checks;

/// <summary>Processes that want the same folder.</summary>
internal static class LockChild
{
    public const string HoldVerb = "hold-folder";
    public const string RaceVerb = "race-for-folder";

    /// <summary>Takes a folder, says so, and keeps it.</summary>
    public static int Hold(string[] arguments)
    {
        using var run = RunCheckpoints.Open(arguments[0]);
        Console.Out.Write("held\n");
        Console.Out.Flush();
        Thread.Sleep(Timeout.Infinite);
        return 0;
    }

    /// <summary>Saves so many times, taking the folder anew each time, however long that takes.</summary>
    public static int Race(string[] arguments)
    {
        using var game = new SmallGame();
        game.PlayTo(1);
        for (var left = int.Parse(arguments[1], CultureInfo.InvariantCulture); left > 0;)
        {
            try
            {
                using var run = RunCheckpoints.Open(arguments[0]);
                run.Save(game.Trainer, game.Source);
                left--;
            }
            catch (RunFolderInUseException)
            {
                Thread.Sleep(1);
            }
        }

        return 0;
    }
}
