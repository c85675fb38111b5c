using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Gan.Net.Cli.Tests.Support;

namespace Gan.Net.Cli.Tests;

/// <summary><c>gan-net train --resume</c>: a run that was stopped ends as one that was not.</summary>
public sealed class ResumeTests : IDisposable
{
    private static readonly string[] _ring = ["--model", "mlp", "--data", "ring", "--batch", "4", "--seed", "3"];

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Resume_FromACheckpoint_GivesTheSameGeneratorAndStatistics()
    {
        Train("run", [.. _ring, "--steps", "40", "--checkpoint-every", "9"]);
        var whole = Result("run");
        ForgetTheEnd("run");

        var output = Resume("run");

        Assert.Contains("Goes on after round 36, from 000004-round-36.", output, StringComparison.Ordinal);
        Assert.Equal(whole, Result("run"));
        Assert.Equal(["000004-round-36", "000005-round-40"], Checkpoints("run"));
    }

    [Fact]
    public void Resume_InTheMiddleOfAnEpochOfPictures_GivesTheSameGenerator()
    {
        var data = DataFiles.WriteMnist(_folder.Path, 21);
        Train("run", "--model", "dcgan", "--data", "mnist:" + data, "--batch", "4", "--width", "4", "--epochs", "2", "--checkpoint-every", "7");
        var whole = Result("run");
        ForgetTheEnd("run");

        Assert.Contains("Goes on after round 7", Resume("run"), StringComparison.Ordinal);

        Assert.Equal(whole, Result("run"));
    }

    [Fact]
    public void Resume_RunThatWasKilledAndThenInterrupted_GivesTheSameGenerator()
    {
        string[] arguments = ["train", .. _ring, "--steps", "1500", "--checkpoint-every", "100", "--out"];
        GanNet.Run(_folder.Path, [.. arguments, "whole"]).Succeeded();
        Stop("KILL", [.. arguments, "run"]);
        var interrupted = Stop("INT", "train", "--resume", "run").Succeeded();

        Assert.Contains("gan-net train --resume run", interrupted, StringComparison.Ordinal);
        Resume("run");

        Assert.Equal(Result("whole"), Result("run"));
    }

    [Fact]
    public void Resume_NoCheckpointYet_BeginsAnew()
    {
        Train("run", [.. _ring, "--steps", "5"]);
        var whole = Result("run");
        Directory.Delete(_folder.File("run/checkpoints"), recursive: true);
        File.Delete(_folder.File("run/generator.safetensors"));

        Assert.Contains("There is no checkpoint yet; the run begins anew.", Resume("run"), StringComparison.Ordinal);

        Assert.Equal(whole, Result("run"));
    }

    [Fact]
    public void Resume_NewestCheckpointDamaged_SaysSoAndTakesTheOneBefore()
    {
        Train("run", [.. _ring, "--steps", "6", "--checkpoint-every", "2"]);
        var whole = Result("run");
        var file = _folder.File("run/checkpoints/000003-round-6/generator.safetensors");
        File.WriteAllBytes(file, [.. File.ReadAllBytes(file).SkipLast(1)]);

        var output = Resume("run");

        Assert.Contains("Passed over: ", output, StringComparison.Ordinal);
        Assert.Contains("Goes on after round 4, from 000002-round-4.", output, StringComparison.Ordinal);
        Assert.Equal(whole, Result("run"));
    }

    [Fact]
    public void Resume_SettingsWereEdited_NamesAllAndTouchesNothing()
    {
        Train("run", [.. _ring, "--steps", "2"]);
        var config = _folder.File("run/config.json");
        File.WriteAllText(config, File.ReadAllText(config).Replace("\"NonSaturatingLoss\"", "\"MinimaxLoss\"", StringComparison.Ordinal)
            .Replace("\"batchSize\": 4", "\"batchSize\": 5", StringComparison.Ordinal));
        var before = Result("run");

        var outcome = GanNet.Run(_folder.Path, "train", "--resume", "run");

        Assert.Equal(2, outcome.ExitCode);
        foreach (var difference in (string[])["run.recipe.batchSize: 4 in the checkpoint, 5 now", "data, samples in a batch: 4 in the checkpoint, 5 now", "Loss: NonSaturatingLoss", "MinimaxLoss"])
        {
            Assert.Contains(difference, outcome.Error, StringComparison.Ordinal);
        }

        Assert.Equal(before, Result("run"));
    }

    [Fact]
    public void Resume_RunThatGoesOn_IsRefusedWithItsProcess()
    {
        using var tool = GanNet.Start(_folder.Path, ["train", .. _ring, "--steps", "100000000", "--out", "run"]);
        tool.WaitUntil(() => File.Exists(_folder.File("run/config.json")));

        GanNet.Run(_folder.Path, "train", "--resume", "run")
            .IsRefusal($"The folder '{_folder.File("run")}' is in use by process {tool.ProcessId} on {Environment.MachineName}. Wait for its end, or choose another folder.");
    }

    [Fact]
    public void Resume_WithASetting_IsRefused() =>
        GanNet.Run(_folder.Path, "train", "--resume", "run", "--steps", "5").IsRefusal("--resume goes on under the settings of the run; leave out --steps.");

    [Fact]
    public void Resume_NoSuchFolder_IsRefused() =>
        GanNet.Run(_folder.Path, "train", "--resume", "nowhere").IsRefusal("There is no folder 'nowhere'; --resume takes the folder that was given to train --out.");

    private string Train(string run, params string[] arguments) => GanNet.Run(_folder.Path, ["train", .. arguments, "--out", run]).Succeeded();

    private string Resume(string run) => GanNet.Run(_folder.Path, "train", "--resume", run).Succeeded();

    // As if the process had been killed before its last checkpoint was there.
    private void ForgetTheEnd(string run)
    {
        Directory.Delete(Path.Combine(_folder.File(run), "checkpoints", Checkpoints(run)[^1]), recursive: true);
        File.Delete(_folder.File(run + "/generator.safetensors"));
    }

    // Ends a process when it has made two checkpoints more.
    private Outcome Stop(string signal, params string[] arguments)
    {
        var before = Directory.Exists(_folder.File("run/checkpoints")) ? Checkpoints("run")[^1] : "";
        using var tool = GanNet.Start(_folder.Path, arguments);
        tool.WaitUntil(() => Directory.Exists(_folder.File("run/checkpoints")) && Checkpoints("run") is { Length: > 1 } now && string.CompareOrdinal(now[^2], before) > 0);
        tool.Signal(signal);
        return tool.End();
    }

    private string[] Checkpoints(string run) =>
        [.. Directory.GetDirectories(_folder.File(run + "/checkpoints")).Select(path => Path.GetFileName(path)).Where(name => name[0] != '.').Order(StringComparer.Ordinal)];

    // The generator, and the statistics but for the seconds.
    private string Result(string run)
    {
        var generator = Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(_folder.File(run + "/generator.safetensors"))));
        var lines = File.ReadAllLines(_folder.File(run + "/stats.jsonl")).Select(line =>
        {
            var json = JsonNode.Parse(line)!.AsObject();
            json.Remove("seconds");
            return json.ToJsonString();
        });
        return string.Join('\n', lines.Prepend(generator));
    }
}
