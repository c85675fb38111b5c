using System.CommandLine;
using Gan.Net.Cli.CommandLine;
using Gan.Net.Cli.Runs;
using Gan.Net.Reporting;

namespace Gan.Net.Cli.Reports;

/// <summary><c>gan-net report</c>: makes a run's page anew from the files in its folder.</summary>
internal static class ReportCommand
{
    private static readonly Argument<string> _run = new("RUN") { Description = "The run's folder, as given to train --out." };
    private static readonly Option<string?> _animation = new("--animation")
    {
        Description = "Also writes the run's pictures as an animation: a .png that moves.",
        HelpName = "FILE",
    };

    public static Command Create()
    {
        var command = new Command("report", "Makes the page of a run, report.html, anew from the files in its folder.") { _run, _animation };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(_run), parsed.GetValue(_animation)));
        return command;
    }

    private static int Run(string run, string? animation)
    {
        var write = animation is null ? null : AnimationFile.WriterFor(animation);
        var folder = RunFolder.ForReport(run);
        Console.WriteLine($"report in {RunReport.Write(folder.Root, ReportText.For(folder.ReadConfigIfAny()) with { State = folder.ReadFailure() is null ? null : RunState.Failed })}");
        if (write is not null)
        {
            var frames = AnimationFrames.Read(Directory.Exists(folder.Field) ? folder.Field : folder.Samples);
            Places.Writing(animation!, "--animation", () => write(frames));
            Console.WriteLine($"animation in {animation}");
        }

        return ExitCode.Done;
    }
}
