using System.Text.Json;
using Gan.Net.Cli.Tests.Support;
using Gan.Net.Data;

namespace Gan.Net.Cli.Tests;

/// <summary>One run of a step for points and one for pictures serve all of these.</summary>
public sealed class EvaluateTests(EvaluateTests.Runs runs) : IClassFixture<EvaluateTests.Runs>
{
    [Fact]
    public void Evaluate_Points_PrintsEachMetricUnderItsProtocol()
    {
        var output = Evaluate("ring", "--metrics", "modes,fid,kid,pr,dc,swd", "--samples", "300");

        string[] expected =
        [
            "modes-of8-3sigma-300-ring", "high-quality-of8-3sigma-300-ring", "mode-kl-of8-3sigma-300-ring", "fid-ddof1-300-vs-300-ring-identity",
            "kid-poly3-100x300-300-vs-300-ring-identity", "precision-k3le-300-vs-300-ring-identity", "recall-k3le-300-vs-300-ring-identity",
            "density-k5lt-300-vs-300-ring-identity", "coverage-k5lt-300-vs-300-ring-identity", "swd-p2-1000slices-300-vs-300-ring-identity",
        ];
        Assert.Equal(expected, Lines(output).Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public void Evaluate_Points_AppendsToMetricsFile()
    {
        var before = runs.Metrics("ring").Count;

        Evaluate("ring", "--metrics", "fid,ppl", "--samples", "200", "--real", "400", "--seed", "3");
        Evaluate("ring", "--metrics", "fid", "--samples", "200", "--real", "400", "--seed", "3");

        var lines = runs.Metrics("ring").Skip(before).ToList();
        Assert.Equal(["fid-ddof1-200-vs-400-ring-identity", "ppl-spherical-step0.0001-200-identity", "fid-ddof1-200-vs-400-ring-identity"], lines.Select(line => line.GetProperty("name").GetString()));
        Assert.Equal(lines[0].GetProperty("value").GetDouble(), lines[2].GetProperty("value").GetDouble());
        Assert.Equal((200, 400), (lines[0].GetProperty("samples").GetInt32(), lines[0].GetProperty("realSamples").GetInt32()));
        Assert.True(lines[1].GetProperty("error").GetDouble() > 0);
        Assert.False(lines[0].TryGetProperty("error", out _));
        Assert.All(lines, line => Assert.Equal("lower", line.GetProperty("better").GetString()));
        Assert.All(lines, line => Assert.Equal(DateTimeKind.Utc, line.GetProperty("time").GetDateTime().Kind));
    }

    [Fact]
    public void Evaluate_Pictures_LooksAtThemWithTheDigitClassifier()
    {
        DataFiles.WriteMnist(runs.At("mnist"), 300);
        var output = Evaluate("digits", "--metrics", "fid,is,memorisation,modes", "--samples", "40", "--data", "mnist:mnist", "--cache", "cache");

        var lines = Lines(output);
        Assert.StartsWith("Training the digit classifier, once: about a minute. It is kept in cache", lines[0], StringComparison.Ordinal);
        Assert.Equal("! fid compares 40 samples in 128 features: so few make it far too high. Take 129 or more of either kind.", lines[1]);
        Assert.Matches("^fid-ddof1-40-vs-40-mnist-train-digit-cnn-[0-9a-f]{8} ", lines[2]);
        Assert.Matches("^is-10splits-40-digit-cnn-[0-9a-f]{8} ", lines[3]);
        Assert.Matches("^memorised-ratio0.333-40-vs-300-mnist-train-digit-cnn-[0-9a-f]{8} ", lines[4]);
        Assert.Matches("^authenticity-40-vs-300-mnist-train-digit-cnn-[0-9a-f]{8} ", lines[5]);
        Assert.Matches("^modes-of10-40-mnist-train-digit-cnn-[0-9a-f]{8} ", lines[6]);

        // The second time, the classifier is there.
        Assert.StartsWith("swd-", Evaluate("digits", "--metrics", "swd", "--samples", "40", "--data", "mnist:mnist", "--cache", "cache"), StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_MetricsFileCannotBeWritten_PrintsTheValuesAllTheSame()
    {
        Directory.CreateDirectory(runs.At("shut"));
        foreach (var file in (string[])["config.json", "generator.safetensors"])
        {
            File.Copy(runs.At("ring/" + file), runs.At("shut/" + file), overwrite: true);
        }

        Directory.CreateDirectory(runs.At("shut/metrics.jsonl"));

        var outcome = GanNet.Run(runs.Path, "evaluate", "--run", "shut", "--metrics", "swd,pr", "--samples", "100");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal(["swd", "precision", "recall"], Lines(outcome.Output).Select(line => line.Split('-')[0]));
        Assert.Equal($"'shut/metrics.jsonl' cannot be written: Access to the path '{runs.At("shut/metrics.jsonl")}' is denied. The values were printed only.\n", outcome.Error);
    }

    [Fact]
    public void Evaluate_LettersOfTwentySixClasses_AreClassifiedAsSuch()
    {
        Letters(runs.At("letters"));
        GanNet.Run(runs.Path, "train", "--model", "mlp", "--data", "mnist:letters", "--batch", "4", "--steps", "1", "--out", "letters-run").Succeeded();

        var output = Evaluate("letters-run", "--metrics", "modes", "--samples", "10", "--cache", "letters-cache");

        Assert.Contains("modes-of27-10-letters-train-digit-cnn-", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_LettersWithTooFewClasses_IsRefusedAndWithEnoughSaysWhichIsEmpty()
    {
        Letters(runs.At("abc"));

        GanNet.Run(runs.Path, "train", "--model", "mlp", "--data", "mnist:abc", "--classes", "26", "--batch", "4", "--steps", "1", "--out", "abc-run")
            .IsRefusal("--classes 26 is too few: the data has the labels 1 to 26. Take --classes 27.");
        var output = GanNet.Run(runs.Path, "train", "--model", "mlp", "--data", "mnist:abc", "--classes", "27", "--batch", "4", "--steps", "1", "--out", "abc-run").Succeeded();

        Assert.Contains("data: Read from train-images-idx3-ubyte and train-labels-idx1-ubyte.\n", output, StringComparison.Ordinal);
        Assert.Contains("! No sample has the label 0, of --classes 27: of it the generator learns nothing.\n", output, StringComparison.Ordinal);
    }

    // EMNIST's letters: labels from 1 to 26.
    private static void Letters(string folder)
    {
        Directory.CreateDirectory(folder);
        DataFiles.WriteIdx(Path.Combine(folder, "train-images-idx3-ubyte"), 52, 28, 28);
        IdxFile.Write(Path.Combine(folder, "train-labels-idx1-ubyte"), new IdxArray([52], [.. Enumerable.Range(0, 52).Select(i => (byte)(i % 26 + 1))]));
    }

    [Fact]
    public void Evaluate_OtherWeights_AreThose()
    {
        File.Copy(runs.At("ring/generator.safetensors"), runs.At("other.safetensors"), overwrite: true);

        Assert.Equal(
            Evaluate("ring", "--metrics", "fid", "--samples", "100"),
            Evaluate("ring", "--metrics", "fid", "--samples", "100", "--generator", "other.safetensors"));
    }

    [Theory]
    [InlineData("--metrics takes some of fid,kid,is,pr,dc,swd,memorisation,ppl,modes,labels, with commas between; 'fid,best' was given.", "ring", "--metrics", "fid,best")]
    [InlineData("--features takes identity|digits|inception:FILE; 'vgg' was given.", "ring", "--metrics", "fid", "--features", "vgg")]
    [InlineData("The Inception Score needs a classifier; take --features digits or inception:FILE, or leave 'is' out.", "ring", "--metrics", "is")]
    [InlineData("Memorisation is looked for in a training set, and this data is drawn without end; leave 'memorisation' out.", "ring", "--metrics", "memorisation")]
    [InlineData("Modes are counted for ring and grid, and for digits as --features digits sees them; leave 'modes' out.", "digits", "--metrics", "modes", "--features", "identity")]
    [InlineData("Labels are compared for a run with --classes, of digits as --features digits sees them; leave 'labels' out.", "ring", "--metrics", "labels")]
    [InlineData("The run makes samples [2], and the data has [1, 28, 28]; give the data the run was trained on, or data like it.", "ring", "--metrics", "fid", "--data", "digits")]
    [InlineData("'pr' needs at least 4 samples of either kind, and 3 generated and 3 real ones are asked for; raise --samples and --real, or leave 'pr' out.", "ring", "--metrics", "swd,pr", "--samples", "3")]
    [InlineData("'dc' needs at least 6 samples of either kind, and 9 generated and 5 real ones are asked for; raise --samples and --real, or leave 'dc' out.", "ring", "--metrics", "dc", "--samples", "9", "--real", "5")]
    [InlineData("'is' needs at least 10 samples, and 9 are asked for; raise --samples, or leave 'is' out.", "digits", "--metrics", "is", "--samples", "9")]
    [InlineData("--generator takes a safetensors file of weights; '.' is a folder.", "ring", "--metrics", "swd", "--generator", ".")]
    [InlineData("There is no file 'none'; --generator takes a safetensors file of weights.", "ring", "--metrics", "swd", "--generator", "none")]
    [InlineData("--features inception: takes a safetensors file of weights; '.' is a folder.", "digits", "--metrics", "swd", "--features", "inception:.")]
    [InlineData("--run takes the folder of a run; an empty text was given.", "", "--metrics", "fid")]
    [InlineData("--data idx: takes an IDX file; '.' is a folder. For MNIST's files in it take mnist:., for pictures images:..", "digits", "--metrics", "swd", "--data", "idx:.", "--features", "identity")]
    [InlineData("--part test is for mnist:DIR only; other data has one part.", "ring", "--metrics", "fid", "--part", "test")]
    [InlineData("There is no folder 'nothing'; --run takes the folder that was given to train --out.", "nothing", "--metrics", "fid")]
    public void Evaluate_WhatCannotBe_IsOneSentence(string sentence, string run, params string[] arguments) =>
        GanNet.Run(runs.Path, ["evaluate", "--run", run, .. arguments]).IsRefusal(sentence);

    [Fact]
    public void Evaluate_NoInceptionWeights_SaysWhichFileIsWanted()
    {
        var outcome = GanNet.Run(runs.Path, "evaluate", "--run", "digits", "--metrics", "fid", "--features", "inception:weights.safetensors");

        Assert.Equal(2, outcome.ExitCode);
        Assert.StartsWith("There are no Inception weights at 'weights.safetensors'. Wanted is a safetensors file made of pt_inception-2015-12-05-6726825d.pth", outcome.Error, StringComparison.Ordinal);
    }

    private string Evaluate(string run, params string[] arguments) => GanNet.Run(runs.Path, ["evaluate", "--run", run, .. arguments]).Succeeded();

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The runs.</summary>
    public sealed class Runs : IDisposable
    {
        private readonly ScratchFolder _folder = new();

        public Runs()
        {
            GanNet.Run(Path, "train", "--model", "mlp", "--data", "ring", "--steps", "1", "--out", "ring").Succeeded();
            GanNet.Run(Path, "train", "--model", "mlp", "--data", "digits", "--steps", "1", "--batch", "4", "--out", "digits").Succeeded();
        }

        public string Path => _folder.Path;

        public string At(string name) => System.IO.Path.Combine(Path, name);

        internal List<JsonElement> Metrics(string run)
        {
            var path = At(run + "/metrics.jsonl");
            return File.Exists(path) ? [.. File.ReadLines(path).Select(line => JsonDocument.Parse(line).RootElement)] : [];
        }

        public void Dispose() => _folder.Dispose();
    }
}
