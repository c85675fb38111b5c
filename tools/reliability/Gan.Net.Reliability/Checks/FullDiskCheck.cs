using System.Diagnostics;
using Gan.Net.Reliability.Runner;

namespace Gan.Net.Reliability.Checks;

/// <summary>A real disk that is full, then read-only: a small one in memory, in a namespace of its own, where the machine permits that.</summary>
internal sealed class FullDiskCheck : Check
{
    public override string Name => "full-disk";

    public override IEnumerable<Figure> Run(Occasion occasion)
    {
        var program = typeof(FullDiskCheck).Assembly.Location;
        var script = $"mount -t tmpfs -o size=128k none '{occasion.Folder}' || exit 77; exec dotnet '{program}' {FullDiskChild.Verb} '{occasion.Folder}'";
        var start = new ProcessStartInfo("unshare", ["-m", "sh", "-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = TryStart(start);
        var errors = process?.StandardError.ReadToEndAsync();
        var said = process?.StandardOutput.ReadToEnd().Trim();
        process?.WaitForExit();
        if (process is null || process.ExitCode is 1 or 77)
        {
            yield return new("a full disk, then a read-only one", "a typed error that says so", "SKIPPED: this machine lends no mount of its own", true);
            yield break;
        }

        yield return new("a full disk, then a read-only one", "a typed error that says so; the checkpoint before loads", said is { Length: > 0 } ? said : errors!.Result, said == "ok");
    }

    private static Process? TryStart(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
