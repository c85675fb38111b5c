using System.Diagnostics;
using System.Globalization;

namespace Gan.Net.Benchmarks.Modes;

/// <summary>Processor time of the calling thread, in seconds: what a training takes whatever else the machine does. The engine goes backwards on it too.</summary>
internal static class ThreadClock
{
    private const string Counters = "/proc/thread-self/stat";
    private const double TicksASecond = 100;

    /// <summary>Seconds since some moment; by the wall clock where the system does not tell.</summary>
    public static double Now()
    {
        if (!File.Exists(Counters))
        {
            return Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency;
        }

        // User and system ticks are the 14th and 15th number; the second is a name in brackets, which may hold blanks.
        var text = File.ReadAllText(Counters);
        var numbers = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(numbers[11], CultureInfo.InvariantCulture) + long.Parse(numbers[12], CultureInfo.InvariantCulture)) / TicksASecond;
    }
}
