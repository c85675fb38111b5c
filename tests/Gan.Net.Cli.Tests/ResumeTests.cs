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
    public void Resume_OnePixelChangedBehindTheFirstBatch_IsRefused()
    {
        var data = DataFiles.WriteIdx(_folder.File("some.idx"), 40, 28, 28);
        Train("run", "--model", "mlp", "--data", "idx:" + data, "--batch", "4", "--steps", "3");
        var bytes = File.ReadAllBytes(data);
        bytes[^1] ^= 1;
        File.WriteAllBytes(data, bytes);

        GanNet.Run(_folder.Path, "train", "--resume", "run")
            .IsRefusal($"'idx:{data}' is not the data that the run was trained on: its digest is another. Give the data as it was, with --data.");
    }

    [Fact]
    public void Resume_DataThatMoved_GoesOnWithItsNewPlace()
    {
        DataFiles.WriteIdx(_folder.File("some.idx"), 40, 28, 28);
        DataFiles.WriteIdx(_folder.File("other.idx"), 41, 28, 28);
        Train("run", "--model", "mlp", "--data", "idx:some.idx", "--batch", "4", "--steps", "5", "--checkpoint-every", "2");
        var whole = Result("run");
        ForgetTheEnd("run");
        File.Move(_folder.File("some.idx"), _folder.File("moved.idx"));

        GanNet.Run(_folder.Path, "train", "--resume", "run").IsRefusal(
            $"The run's data is not at '{_folder.File("some.idx")}' any more (There is no file '{_folder.File("some.idx")}'; --data idx: takes an IDX file). Say where it is with --data.");
        GanNet.Run(_folder.Path, "train", "--resume", "run", "--data", "idx:other.idx")
            .IsRefusal($"'idx:{_folder.File("other.idx")}' is not the data that the run was trained on: its digest is another. Give the data as it was, with --data.");
        GanNet.Run(_folder.Path, "train", "--resume", "run", "--data", "ring")
            .IsRefusal("The run was trained on idx:some.idx; --data with --resume says where the same data is now, and begins with idx too.");
        Assert.Contains("Goes on after round 4", GanNet.Run(_folder.Path, "train", "--resume", "run", "--data", "idx:moved.idx").Succeeded(), StringComparison.Ordinal);
        Assert.Equal(whole, Result("run"));
        GanNet.Run(_folder.Path, "train", "--resume", "run").Succeeded();
    }

    [Fact]
    public void Resume_FromAnotherWorkingFolder_FindsTheData()
    {
        DataFiles.WriteIdx(_folder.File("some.idx"), 8, 28, 28);
        Train("run", "--model", "mlp", "--data", "idx:some.idx", "--batch", "4", "--steps", "2");
        Directory.CreateDirectory(_folder.File("elsewhere"));

        GanNet.Run(_folder.File("elsewhere"), "train", "--resume", "../run").Succeeded();
        GanNet.Run(_folder.File("elsewhere"), "evaluate", "--run", "../run", "--metrics", "swd", "--samples", "8", "--features", "identity").Succeeded();
    }

    [Fact]
    public void Train_RunThatDiverges_SaysSoToEveryLaterCommandAndTakesALowerRate()
    {
        const string Sentence = "The run 'run' diverged in round 1: 'loss' of the generator was not finite. It goes on from its last checkpoint, or anew, at a lower rate: "
            + "gan-net train --resume run --learning-rate 1E+29.";

        GanNet.Run(_folder.Path, ["train", .. _ring, "--steps", "5", "--learning-rate", "1e30", "--out", "run"]).IsRefusal(Sentence);
        GanNet.Run(_folder.Path, "train", "--resume", "run").IsRefusal(Sentence);
        GanNet.Run(_folder.Path, "sample", "--run", "run", "--out", "a.png").IsRefusal(Sentence);
        GanNet.Run(_folder.Path, "evaluate", "--run", "run", "--metrics", "fid").IsRefusal(Sentence);
        GanNet.Run(_folder.Path, "train", "--resume", "run", "--learning-rate", "1e-3").Succeeded();
        GanNet.Run(_folder.Path, "sample", "--run", "run", "--out", "a.png").Succeeded();
    }

    [Fact]
    public void Resume_LowerRateFromACheckpoint_GoesOnFromThere()
    {
        Train("run", [.. _ring, "--steps", "4", "--checkpoint-every", "3"]);
        ForgetTheEnd("run");

        var output = GanNet.Run(_folder.Path, "train", "--resume", "run", "--generator-rate", "1e-5").Succeeded();

        Assert.Contains("Goes on after round 3", output, StringComparison.Ordinal);
        Assert.Contains("1E-05", File.ReadAllText(_folder.File("run/config.json")), StringComparison.Ordinal);
    }

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
