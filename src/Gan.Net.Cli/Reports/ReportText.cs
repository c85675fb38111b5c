using System.Text.RegularExpressions;
using Gan.Net.Cli.Runs;
using Gan.Net.Reporting;

namespace Gan.Net.Cli.Reports;

/// <summary>What the tool adds to a run's report: what was trained, and the command that does it again.</summary>
internal static partial class ReportText
{
    /// <summary>For a run of this tool; nothing for any other, whose settings are null.</summary>
    public static RunReportOptions For(RunConfig? config) => config is null ? new() : new()
    {
        Summary = $"{(config.Mlp is null ? "DCGAN" : "MLP")} on {config.Data}, recipe {config.Recipe.Name}, batches of {config.Recipe.BatchSize}, seed {config.Seed}",
        Command = Command(config.CommandLine),
    };

    /// <summary>The command as one types it in a shell.</summary>
    public static string Command(IReadOnlyList<string> arguments) => string.Join(' ', arguments.Select(Quoted).Prepend("gan-net"));

    private static string Quoted(string argument) => Plain().IsMatch(argument) ? argument : $"'{argument.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"^[A-Za-z0-9_@%+=:,./-]+$")]
    private static partial Regex Plain();
}
