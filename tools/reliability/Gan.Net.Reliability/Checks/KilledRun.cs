using System.Diagnostics;
using System.Globalization;
using Gan.Net.Reliability.Runner;

namespace Gan.Net.Reliability.Checks;

/// <summary>A child that was started, left alone for a while, and killed.</summary>
/// <param name="Committed">The last round it had said was saved; 0 for none.</param>
/// <param name="InsideSave">Whether it was saving.</param>
internal sealed record KilledRun(long Committed, bool InsideSave)
{
    /// <summary>Kills a child so many milliseconds after it has saved for the first time.</summary>
    public static KilledRun Start(string folder, string mode, TimeSpan delay)
    {
        using var child = Children.Start(KillChild.Verb, folder, mode);
        var errors = child.StandardError.ReadToEndAsync();
        var last = "";
        while (child.StandardOutput.ReadLine() is { } line)
        {
            last = line;
            if (line.StartsWith(KillChild.Committed, StringComparison.Ordinal))
            {
                break;
            }
        }

        Thread.Sleep(delay);
        if (child.HasExited)
        {
            throw new InvalidOperationException($"The child ended by itself: {errors.Result}");
        }

        Kill(child);
        var words = child.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Prepend(last).ToList();
        return new(words.Where(word => word.StartsWith(KillChild.Committed, StringComparison.Ordinal)).Select(Round).LastOrDefault(), words[^1].StartsWith(KillChild.Saving, StringComparison.Ordinal));
    }

    private static void Kill(Process child)
    {
        child.Kill();  // SIGKILL
        child.WaitForExit();
    }

    private static long Round(string line) => long.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);
}
