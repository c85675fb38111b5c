using System.Diagnostics;
using Gan.Net.Reliability.Checks;
using Gan.Net.Reliability.Fuzzing;

namespace Gan.Net.Reliability.Runner;

/// <summary>
/// Work that must happen in a process of its own, to be killed or measured: the program started again with a verb and its arguments.
/// A new one is one line in <see cref="Verbs"/>.
/// </summary>
internal static class Children
{
    /// <summary>What a child does, by its verb; returns the exit code.</summary>
    public static IReadOnlyDictionary<string, Func<string[], int>> Verbs { get; } = new Dictionary<string, Func<string[], int>>
    {
        [KillChild.Verb] = KillChild.Run,
        [LockChild.HoldVerb] = LockChild.Hold,
        [LockChild.RaceVerb] = LockChild.Race,
        [FullDiskChild.Verb] = FullDiskChild.Run,
        [ResidentChild.Verb] = ResidentChild.Run,
        [CountingChild.Verb] = CountingChild.Run,
        ["fuzz"] = FuzzChild.Run,
    };

    /// <summary>Starts a child, its output redirected.</summary>
    public static Process Start(string verb, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Children).Assembly.Location, verb, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["OMP_NUM_THREADS"] = "1";
        return Process.Start(start)!;
    }
}
