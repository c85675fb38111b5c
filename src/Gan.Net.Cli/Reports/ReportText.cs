using Gan.Net.Cli.CommandLine;
using Gan.Net.Cli.Runs;
using Gan.Net.Reporting;

namespace Gan.Net.Cli.Reports;

/// <summary>What the tool adds to a run's report: what was trained, and the command that does it again.</summary>
internal static class ReportText
{
    /// <summary>For a run of this tool; nothing for any other, whose settings are null.</summary>
    public static RunReportOptions For(RunConfig? config) => config is null ? new() : new()
    {
        Summary = $"{(config.Mlp is null ? "DCGAN" : "MLP")} on {config.Data}, recipe {config.Recipe.Name}, batches of {config.Recipe.BatchSize}, seed {config.Seed}",
        Command = ShellText.Command(config.CommandLine),
    };
}
