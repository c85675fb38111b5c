using System.Diagnostics;
using System.Text;

namespace Gan.Net.Packages.Tests.Support;

/// <summary>Starts another program and waits for it.</summary>
internal static class Shell
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(5);

    /// <summary>Runs <paramref name="program"/> and asserts that it exits 0; returns what it printed.</summary>
    public static string Succeed(string folder, string program, params string[] arguments)
    {
        var (code, output) = Run(folder, program, arguments);
        Assert.True(code == 0, $"{program} {string.Join(' ', arguments)}\nexited with {code} in {folder}:\n{output}");
        return output;
    }

    /// <summary>Runs <paramref name="program"/> in <paramref name="folder"/>; ends it after five minutes.</summary>
    public static (int ExitCode, string Output) Run(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        ForgetOuterBuild(start);

        using var process = new Process { StartInfo = start };
        var output = new StringBuilder();
        process.OutputDataReceived += Append;
        process.ErrorDataReceived += Append;
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        if (!process.WaitForExit(_limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} took more than {_limit.TotalMinutes} minutes:\n{output}");
        }

        process.WaitForExit();
        return (process.ExitCode, output.ToString());

        void Append(object sender, DataReceivedEventArgs line)
        {
            lock (output)
            {
                output.AppendLine(line.Data);
            }
        }
    }

    // `dotnet test` leaves the outer build's SDK paths in the environment, and they would steer the inner one.
    private static void ForgetOuterBuild(ProcessStartInfo start)
    {
        string[] prefixes = ["MSBuild", "VSTEST_", "COVERLET_", "DOTNET_CLI_TEST_"];
        foreach (var name in start.Environment.Keys.Where(name => prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))).ToList())
        {
            if (name != "MSBUILDDISABLENODEREUSE")
            {
                start.Environment.Remove(name);
            }
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
    }
}
