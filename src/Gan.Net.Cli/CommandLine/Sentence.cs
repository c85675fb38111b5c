using System.Text.Json;
using System.Text.RegularExpressions;
using Gan.Net.Checkpoints;
using Gan.Net.IO;

namespace Gan.Net.Cli.CommandLine;

/// <summary>Says in one line what went wrong.</summary>
internal static partial class Sentence
{
    /// <summary>The sentence for an error that a user can put right; null for any other.</summary>
    public static string? ForUser(Exception error) => error switch
    {
        TypeInitializationException { InnerException: { } inner } => ForUser(inner),
        UserException or DataFormatException or StateMismatchException or ArgumentException or JsonException => FirstLine(error.Message),
        CheckpointMismatchException or CheckpointVersionException or NonFiniteStateException => FirstLine(error.Message),
        IOException or UnauthorizedAccessException or NotSupportedException or DllNotFoundException => FirstLine(error.Message),
        _ => null,
    };

    /// <summary>The first line, without the parameter's name that .NET appends.</summary>
    public static string FirstLine(string message)
    {
        var line = message.Trim().Split('\n', 2)[0].TrimEnd();
        return ParameterName().Replace(line, "");
    }

    [GeneratedRegex(@" \(Parameter '[^']*'\)$")]
    private static partial Regex ParameterName();
}
