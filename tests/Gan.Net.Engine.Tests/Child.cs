using System.Diagnostics;
using Gan.Net.EngineTraps;

namespace Gan.Net.Engine.Tests;

/// <summary>Runs one case in a process of its own, since it may end it.</summary>
internal static class Child
{
    /// <summary>What the case says, or <see cref="Trap.EndsTheProcess"/>.</summary>
    public static string Outcome(string verb, string name)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Trap).Assembly.Location, verb, name]) { RedirectStandardOutput = true, RedirectStandardError = true };
        // Neither a dump of the runtime nor of the system for an end that is expected.
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        process.WaitForExit();
        var answer = Array.FindLast(lines, line => line.StartsWith(Programs.Answer, StringComparison.Ordinal))?[Programs.Answer.Length..];
        if (answer is null && process.ExitCode is 0 or 1)
        {
            throw new InvalidOperationException($"The program did not run: {errors.Result}");
        }

        return answer ?? Trap.EndsTheProcess;
    }
}
