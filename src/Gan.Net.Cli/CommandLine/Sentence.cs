using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gan.Net.Checkpoints;
using Gan.Net.Evaluation;
using Gan.Net.IO;
using Gan.Net.Training;

namespace Gan.Net.Cli.CommandLine;

/// <summary>Says in one line what went wrong, and what helps.</summary>
internal static partial class Sentence
{
    /// <summary>The sentence for an error that a user can put right; null for any other.</summary>
    public static string? ForUser(Exception error) => error switch
    {
        TypeInitializationException { InnerException: { } inner } => ForUser(inner),
        AggregateException { InnerExceptions: [var only] } => ForUser(only),
        UserException or ArgumentException or JsonException => FirstLine(error.Message),
        DataFormatException damage => WithRemedy(FirstLine(damage.Message), "Give a whole file of the right kind."),
        StateMismatchException => $"{FirstLine(error.Message)} Give the weights of this very model.",
        CheckpointMismatchException => $"{FirstLine(error.Message)} Go on with the settings and the data the run was started with.",
        CheckpointReadException => $"{Ended(error)} Give yourself the right to read it, or see to the disk.",
        CheckpointWriteException failure => WithRemedy(Ended(failure), "See to the disk: its room, and the right to write there; then go on with --resume."),
        CheckpointVersionException or NonFiniteStateException or RunFolderInUseException or ProtocolMismatchException => FirstLine(error.Message),
        NonFiniteNumberException => $"The run diverged. {FirstLine(error.Message)} Train at a lower --learning-rate.",
        OutOfTensorMemoryException => $"{FirstLine(error.Message)} Take a smaller --batch or --width.",
        TooFewSamplesException few => $"{FirstLine(few.Message).Replace(" Add more first.", "", StringComparison.Ordinal)} Take more --samples.",
        _ => OfTheSystem(error),
    };

    /// <summary>The first line, without the parameter's name that .NET appends.</summary>
    public static string FirstLine(string message)
    {
        var line = message.Trim().Split('\n', 2)[0].TrimEnd();
        return ParameterName().Replace(line, "");
    }

    private static string? OfTheSystem(Exception error) => error switch
    {
        ExternalException engine when OutOfTensorMemoryException.IsToldBy(engine) =>
            $"The engine ran out of memory: {FirstLine(error.Message).TrimEnd('.')}. Take a smaller --batch or --width, or fewer --samples.",
        OutOfMemoryException => "The memory of this machine is used up. Take a smaller --batch, less data, or fewer --samples.",
        UnauthorizedAccessException => $"{Ended(error)} Give yourself the right to it, or name another place.",
        IOException or NotSupportedException or DllNotFoundException => FirstLine(error.Message),
        _ => null,
    };

    private static string Ended(Exception error)
    {
        var line = FirstLine(error.Message);
        return line.EndsWith('.') ? line : line + '.';
    }

    // What names its remedy has a second sentence; a path or a number may hold a dot, but none with a capital behind it.
    private static string WithRemedy(string sentence, string remedy) => SecondSentence().IsMatch(sentence) ? sentence : $"{sentence} {remedy}";

    [GeneratedRegex(@"\. (Unpack|Take|Convert|Images|Name|Choose) |Bring |Scale |Save ")]
    private static partial Regex SecondSentence();

    [GeneratedRegex(@" \(Parameter '[^']*'\)$")]
    private static partial Regex ParameterName();
}
