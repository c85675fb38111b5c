using System.CommandLine;
using System.CommandLine.Parsing;
using Gan.Net.Cli.Evaluation;
using Gan.Net.Cli.Machine;
using Gan.Net.Cli.Reports;
using Gan.Net.Cli.Sampling;
using Gan.Net.Cli.Training;

namespace Gan.Net.Cli.CommandLine;

/// <summary>The whole tool: reads the command line, runs the command, and turns whatever goes wrong into one sentence and an exit code.</summary>
internal static class Tool
{
    /// <summary>Set to see where an error nobody foresaw came from.</summary>
    public const string TraceVariable = "GAN_NET_TRACE";

    public static int Run(string[] args)
    {
        try
        {
            WaitPolicy.Choose();
            return Invoke(Root().Parse(args.Length == 0 ? ["--help"] : args));
        }
#pragma warning disable CA1031 // The last line of defence: a user never sees a stack trace.
        catch (Exception error)
        {
            return Report(error);
        }
#pragma warning restore CA1031
    }

    // Options name recipes, and recipes need the engine: where that does not load, making the commands throws.
    private static RootCommand Root() => new("Trains GANs, samples from them, measures them, shows how training went, and says what this machine can do.")
    {
        DoctorCommand.Create(),
        TrainCommand.Create(),
        SampleCommand.Create(),
        EvaluateCommand.Create(),
        ReportCommand.Create(),
    };

    private static int Invoke(ParseResult parsed)
    {
        if (parsed.Errors.Count > 0)
        {
            throw new UserException(parsed.Errors.MinBy(Rank)!.Message);
        }

        // Signals are handled where something is to be saved; errors are handled here.
        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    // One sentence of several: what was said wrongly explains more than what is missing because of it.
    private static int Rank(ParseError error) => error.Message switch
    {
        ['-', '-', ..] => 0,
        "Required command was not provided." => 3,
        _ when error.Message.EndsWith("is required.", StringComparison.Ordinal) => 2,
        _ => 1,
    };

    private static int Report(Exception error)
    {
        var sentence = Sentence.ForUser(error);
        Console.Error.WriteLine(sentence ?? $"Unexpected {error.GetType().Name}: {Sentence.FirstLine(error.Message)} Set {TraceVariable}=1 to see where.");
        if (Environment.GetEnvironmentVariable(TraceVariable) == "1")
        {
            Console.Error.WriteLine(error);
        }

        return sentence is null ? ExitCode.Failed : ExitCode.Refused;
    }
}
