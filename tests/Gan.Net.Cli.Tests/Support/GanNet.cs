using System.Diagnostics;

namespace Gan.Net.Cli.Tests.Support;

/// <summary>The built tool, run as a user runs it: in a process of its own.</summary>
internal sealed class GanNet : IDisposable
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(4);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private GanNet(string folder, string[] arguments, bool ignoresHangUp = false)
    {
        string[] command = ignoresHangUp ? ["sh", "-c", "trap '' HUP; exec dotnet \"$@\"", "sh", PathOfTool(), .. arguments] : ["dotnet", PathOfTool(), .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Small steps gain nothing from a second thread, and lose much when other tests want it.
        start.Environment["OMP_NUM_THREADS"] = "1";
        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _error = _process.StandardError.ReadToEndAsync();
    }

    public int ProcessId => _process.Id;

    /// <summary>Starts the tool and does not wait.</summary>
    public static GanNet Start(string folder, params string[] arguments) => new(folder, arguments);

    /// <summary>Starts the tool with SIGHUP ignored, as nohup does.</summary>
    public static GanNet StartIgnoringHangUp(string folder, params string[] arguments) => new(folder, arguments, ignoresHangUp: true);

    /// <summary>Runs the tool to its end.</summary>
    public static Outcome Run(string folder, params string[] arguments)
    {
        using var tool = Start(folder, arguments);
        return tool.End();
    }

    /// <summary>Waits until something is so.</summary>
    public void WaitUntil(Func<bool> isSo)
    {
        var clock = Stopwatch.StartNew();
        while (!isSo())
        {
            Assert.False(_process.HasExited, "The tool ended too soon.");
            Assert.True(clock.Elapsed < _limit, "The tool did not get there in time.");
            _process.WaitForExit(20);
        }
    }

    /// <summary>Sends a signal, such as INT, which is Ctrl+C.</summary>
    public void Signal(string name)
    {
        using var kill = Kill(name);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>Sends a signal again and again until the process has ended: two that are pending at once reach it as one.</summary>
    public Outcome SignalUntilTheEnd(string name)
    {
        var clock = Stopwatch.StartNew();
        while (!_process.WaitForExit(200) && clock.Elapsed < _limit)
        {
            using var kill = Kill(name);
            kill.WaitForExit();
        }

        return End();
    }

    /// <summary>Waits for the end.</summary>
    public Outcome End()
    {
        if (!_process.WaitForExit(_limit))
        {
            _process.Kill();
            throw new TimeoutException($"gan-net was still running after {_limit.TotalMinutes} minutes.");
        }

        return new Outcome(_process.ExitCode, _output.Result, _error.Result);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    // The shell's own kill: a program of that name is missing from small installations.
    private Process Kill(string signal) => Process.Start("sh", ["-c", $"kill -{signal} {_process.Id}"]);

    // Output folders are siblings: .../bin/Gan.Net.Cli.Tests/release beside .../bin/Gan.Net.Cli/release.
    private static string PathOfTool()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(here.Parent!.Parent!.FullName, "Gan.Net.Cli", here.Name, "gan-net.dll");
    }
}
