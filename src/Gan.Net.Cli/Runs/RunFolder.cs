using System.Globalization;
using System.Text.Json;
using Gan.Net.Cli.CommandLine;
using Gan.Net.IO;
using Gan.Net.Reporting;

namespace Gan.Net.Cli.Runs;

/// <summary>Where a run keeps its files.</summary>
internal sealed class RunFolder
{
    private const long LongestConfig = 1 << 20;

    private RunFolder(string path) => Root = path;

    /// <summary>The folder, as the user named it.</summary>
    public string Root { get; }

    public string Config => Path.Combine(Root, "config.json");

    public string Statistics => Path.Combine(Root, "stats.jsonl");

    /// <summary>What the training monitor said.</summary>
    public string Verdicts => Path.Combine(Root, "verdicts.jsonl");

    /// <summary>The folder of TensorBoard's files.</summary>
    public string Events => Path.Combine(Root, "tensorboard");

    public string Samples => Path.Combine(Root, "samples");

    /// <summary>For points: pictures of the discriminator's field.</summary>
    public string Field => Path.Combine(Root, "field");

    /// <summary>What lies between latents, for pictures.</summary>
    public string Interpolation => Path.Combine(Root, "interpolation.png");

    public string Report => Path.Combine(Root, RunReport.FileName);

    public string Generator => Path.Combine(Root, "generator.safetensors");

    /// <summary>Why the run ended, if it diverged.</summary>
    public string Failure => Path.Combine(Root, "diverged.json");

    public string Metrics => Path.Combine(Root, "metrics.jsonl");

    /// <exception cref="UserException">Something is there already.</exception>
    public static RunFolder ForNew(string path)
    {
        Places.RequireText(path, "--out", "a folder for the run");
        if (File.Exists(path))
        {
            throw new UserException($"--out names a folder for the run; '{path}' is a file.");
        }

        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
        {
            throw new UserException($"The folder '{path}' is not empty, and a run never overwrites another: choose a new name for --out.");
        }

        return new RunFolder(path);
    }

    /// <exception cref="UserException">There is no run, or it has no generator yet.</exception>
    public static RunFolder ForExisting(string path)
    {
        Places.RequireText(path, "--run", "the folder of a run");
        var folder = new RunFolder(path);
        if (!File.Exists(folder.Config))
        {
            throw new UserException(Directory.Exists(path)
                ? $"'{path}' is not the folder of a run: it has no config.json."
                : $"There is no folder '{path}'; --run takes the folder that was given to train --out.");
        }

        if (File.Exists(folder.Generator))
        {
            return folder;
        }

        throw new UserException(folder.ReadFailure() is { } failure
            ? folder.Diverged(failure)
            : $"The run '{path}' has no generator.safetensors: it is still training, or was ended by force and '{ShellText.Command("train", "--resume", path)}' goes on with it.");
    }

    /// <exception cref="UserException">There is no run.</exception>
    public static RunFolder ForResume(string path)
    {
        Places.RequireText(path, "--resume", "the folder of a run");
        var folder = new RunFolder(path);
        return File.Exists(folder.Config)
            ? folder
            : throw new UserException(Directory.Exists(path)
                ? $"'{path}' is not the folder of a run: it has no config.json."
                : $"There is no folder '{path}'; --resume takes the folder that was given to train --out.");
    }

    /// <summary>Any folder: a report takes what is there.</summary>
    /// <exception cref="UserException">There is no folder.</exception>
    public static RunFolder ForReport(string path) => Directory.Exists(path)
        ? new RunFolder(path)
        : throw new UserException($"There is no folder '{path}'; report takes the folder that was given to train --out.");

    /// <summary>What to say of a run that diverged, with the command that helps.</summary>
    public string Diverged(RunFailure failure) => string.Create(
        CultureInfo.InvariantCulture,
        $"The run '{Root}' diverged in round {failure.Round:N0}: {failure.Problem}. It goes on from its last checkpoint, or anew, at a lower rate: {ShellText.Command("train", "--resume", Root, "--learning-rate", failure.LowerRate.ToString("G3", CultureInfo.InvariantCulture))}.");

    public void WriteFailure(RunFailure failure) => AtomicFile.Write(Failure, stream => JsonSerializer.Serialize(stream, failure, RunFailureJson.Default.RunFailure));

    /// <summary>Why the run ended, or null when it did not diverge.</summary>
    public RunFailure? ReadFailure()
    {
        try
        {
            return File.Exists(Failure) ? JsonSerializer.Deserialize(File.ReadAllText(Failure), RunFailureJson.Default.RunFailure) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void ForgetFailure() => File.Delete(Failure);

    public void WriteConfig(RunConfig config) => AtomicFile.Write(Config, stream => JsonSerializer.Serialize(stream, config, RunConfigJson.Run));

    /// <summary>The settings, or null when there are none or they are another tool's.</summary>
    public RunConfig? ReadConfigIfAny()
    {
        try
        {
            return File.Exists(Config) ? ReadConfig() : null;
        }
        catch (UserException)
        {
            return null;
        }
    }

    /// <exception cref="UserException">The file does not describe a run.</exception>
    public RunConfig ReadConfig()
    {
        try
        {
            using var stream = File.OpenRead(Config);
            if (stream.Length > LongestConfig)
            {
                throw new JsonException($"It has {stream.Length} bytes; at most {LongestConfig} are read.");
            }

            return JsonSerializer.Deserialize(stream, RunConfigJson.Run) ?? throw new JsonException("It is null.");
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
            throw new UserException($"'{Config}' does not describe a run: {Sentence.FirstLine(error.Message)}");
        }
    }
}
