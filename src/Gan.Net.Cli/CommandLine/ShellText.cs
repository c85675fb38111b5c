using System.Text.RegularExpressions;

namespace Gan.Net.Cli.CommandLine;

/// <summary>Commands as one types them in a shell.</summary>
internal static partial class ShellText
{
    /// <summary>A call of the tool.</summary>
    public static string Command(params IEnumerable<string> arguments) => string.Join(' ', arguments.Select(Quoted).Prepend("gan-net"));

    /// <summary>One argument, quoted where a shell would take it apart.</summary>
    public static string Quoted(string argument) => Plain().IsMatch(argument) ? argument : $"'{argument.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"^[A-Za-z0-9_@%+=:,./-]+$")]
    private static partial Regex Plain();
}
