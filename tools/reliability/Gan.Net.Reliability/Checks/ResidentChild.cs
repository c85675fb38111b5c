using System.Globalization;
using Gan.Net.Reliability.Games;

namespace Gan.Net.Reliability.Checks;

/// <summary>A process that trains and says how much memory it holds after its warm-up, in the middle and at the end, in kilobytes.</summary>
internal static class ResidentChild
{
    public const string Verb = "train-and-weigh";

    /// <summary>Argument: how many rounds after the warm-up.</summary>
    public static int Run(string[] arguments)
    {
        var rounds = long.Parse(arguments[0], CultureInfo.InvariantCulture);
        using var game = new SmallGame();
        foreach (var round in new[] { rounds / 20, rounds / 2, rounds })
        {
            game.PlayTo(round);
            Console.WriteLine(Kilobytes().ToString(CultureInfo.InvariantCulture));
        }

        return 0;
    }

    private static long Kilobytes() => OperatingSystem.IsLinux()
        ? long.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))[6..^2].Trim(), CultureInfo.InvariantCulture)
        : 0;
}
