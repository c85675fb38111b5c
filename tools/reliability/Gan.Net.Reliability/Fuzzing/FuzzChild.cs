using System.Globalization;

namespace Gan.Net.Reliability.Fuzzing;

/// <summary>The child that reads broken files: when a reader ends the process, or takes all its memory, only the child is gone.</summary>
internal static class FuzzChild
{
    // A run of fewer mutants is a brief one, and leaves out most cuts in the middle of a file.
    private const long EveryCutFrom = 10_000;

    /// <summary>Arguments: the format, how many mutants, the seed, a folder. Prints the tally as its last line.</summary>
    public static int Run(string[] arguments)
    {
        var format = FuzzFormats.Named(arguments[0]);
        var count = long.Parse(arguments[1], CultureInfo.InvariantCulture);
        var seed = ulong.Parse(arguments[2], CultureInfo.InvariantCulture);
        _ = new FuzzRun(format, arguments[3]).Feed(format.Seeds[0], "warm-up");
        var run = new FuzzRun(format, arguments[3]);
        foreach (var sound in format.Seeds)
        {
            if (!run.Feed(sound, "sound"))
            {
                throw new InvalidOperationException($"A sound file of {format.Name} was refused: the attack would see nothing.");
            }

            run.FeedCuts(sound, step: count < EveryCutFrom ? 53 : 1);
        }

        for (long number = 0; number < count; number++)
        {
            run.Feed(Mutants.Make(format, seed, number), $"mutant {number} of seed {seed}");
        }

        run.Tally.PeakKilobytes = PeakKilobytes();
        Console.WriteLine(run.Tally.ToLine());
        return 0;
    }

    private static long PeakKilobytes() => OperatingSystem.IsLinux()
        ? long.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))[6..^2].Trim(), CultureInfo.InvariantCulture)
        : 0;
}
