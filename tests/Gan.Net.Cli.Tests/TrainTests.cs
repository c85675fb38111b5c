using System.Net;
using System.Text.Json;
using Gan.Net.Cli.Tests.Support;
using Gan.Net.Imaging;

namespace Gan.Net.Cli.Tests;

public sealed class TrainTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Train_Ring_LeavesConfigStatisticsPicturesAndGenerator()
    {
        var output = Train("ring", "--model", "mlp", "--data", "ring", "--steps", "40", "--seed", "5");

        var config = JsonDocument.Parse(File.ReadAllText(_folder.File("ring/config.json"))).RootElement;
        Assert.Equal("ring", config.GetProperty("data").GetString());
        var recipe = config.GetProperty("recipe");
        Assert.Equal("usual", recipe.GetProperty("name").GetString());
        Assert.Equal("NonSaturatingLoss", recipe.GetProperty("trainer").GetProperty("loss").GetProperty("type").GetString());
        Assert.Equal(40, config.GetProperty("rounds").GetInt64());
        Assert.Equal(5, config.GetProperty("mlp").GetProperty("seed").GetInt64());
        Assert.Equal("train", config.GetProperty("commandLine")[0].GetString());
        var lines = File.ReadAllLines(_folder.File("ring/stats.jsonl"));
        Assert.Equal(40, lines.Length);
        Assert.Equal(40 * 256, JsonDocument.Parse(lines[^1]).RootElement.GetProperty("samples").GetInt64());
        Assert.Equal("round-0000000.png", Pictures("ring").First());
        Assert.Equal("round-0000040.png", Pictures("ring").Last());
        Assert.Equal(21, Pictures("ring").Count());
        Assert.True(File.Exists(_folder.File("ring/generator.safetensors")));
        Assert.Contains("round 40/40  100 %", output);
        Assert.Matches(@"modes +[0-8] of 8 modes, [0-9.]+ % of 2,500 samples of high quality", output);
    }

    [Theory]
    [InlineData("mlp")]
    [InlineData("dcgan")]
    public void Train_DrawnDigits_DrawsPicturesOfThem(string model)
    {
        Train("digits", [.. Small(model), "--data", "digits", "--steps", "2"]);

        Assert.Equal(["round-0000000.png", "round-0000001.png", "round-0000002.png"], Pictures("digits"));
        var picture = PictureFile.Read(_folder.File("digits/samples/round-0000002.png"));
        Assert.Equal((1, 10 * (28 * 2 + 2) + 2), (picture.Channels, picture.Width));
    }

    [Fact]
    public void Train_HopelesslySlowGenerator_IsToldAndWrittenDown()
    {
        var output = Train(
            "slow", "--model", "mlp", "--data", "ring", "--steps", "1100", "--batch", "64", "--generator-rate", "1e-6", "--discriminator-rate", "2e-3", "--tensorboard");

        Assert.Matches(@"! round 1,\d+: The discriminator wins: over 1,000 rounds D\(real\) - D\(fake\) was 0\.9\d+ on average \(limit 0\.97\)", output);
        Assert.Contains("What usually helps: raise the generator's learning rate", output);
        using var verdict = JsonDocument.Parse(Assert.Single(File.ReadAllLines(_folder.File("slow/verdicts.jsonl"))));
        Assert.Equal("DiscriminatorWins", verdict.RootElement.GetProperty("kind").GetString());
        Assert.Contains(WebUtility.HtmlEncode(verdict.RootElement.GetProperty("sentence").GetString())!, File.ReadAllText(_folder.File("slow/report.html")));
        var line = JsonDocument.Parse(File.ReadAllLines(_folder.File("slow/stats.jsonl"))[^1]).RootElement.GetProperty("values");
        Assert.InRange(line.GetProperty("samples.spread").GetDouble(), 0, 0.5);
        Assert.InRange(line.GetProperty("generator.update").GetDouble(), 0, 1e-4);
        Assert.True(new FileInfo(Assert.Single(Directory.GetFiles(_folder.File("slow/tensorboard")))).Length > 50_000);
    }

    [Fact]
    public void Train_Grid_CountsTwentyFiveModes() =>
        Assert.Matches(@"modes +[0-9]+ of 25 modes", Train("grid", "--model", "mlp", "--data", "grid", "--steps", "2"));

    [Fact]
    public void Train_EpochsOfMnist_AreRounds()
    {
        var data = DataFiles.WriteMnist(_folder.Path, 21);

        Train("mnist", [.. Small("dcgan"), "--data", "mnist:" + data, "--epochs", "2"]);

        Assert.Equal("round-0000010.png", Pictures("mnist").Last());
    }

    // 41 epochs of 5 batches are two of WGAN's first rounds, which take 100 each.
    [Fact]
    public void Train_EpochsOfARecipeWithAWarmUp_CountItsBatches()
    {
        var data = DataFiles.WriteMnist(_folder.Path, 21);

        Train("wgan", "--recipe", "wgan", "--model", "mlp", "--batch", "4", "--data", "mnist:" + data, "--epochs", "41");

        Assert.Equal("round-0000002.png", Pictures("wgan").Last());
    }

    [Fact]
    public void Train_ColourPicturesOfThirtyTwo_FitTheDcgan()
    {
        var data = DataFiles.WriteCifar(_folder.File("data_batch_1.bin"), 8);

        Train("cifar", [.. Small("dcgan"), "--data", "cifar10:" + data, "--steps", "1"]);

        Assert.Equal(3, PictureFile.Read(_folder.File("cifar/samples/round-0000001.png")).Channels);
    }

    [Fact]
    public void Train_PicturesOfAnySize_FitTheMlp()
    {
        var data = DataFiles.WriteIdx(_folder.File("faces.idx"), 8, 5, 9);

        Train("idx", [.. Small("mlp"), "--data", "idx:" + data, "--steps", "1"]);

        Assert.Equal(10 * (9 * 2 + 2) + 2, PictureFile.Read(_folder.File("idx/samples/round-0000001.png")).Width);
    }

    [Theory]
    [InlineData("mlp", "ring")]
    [InlineData("dcgan", "digits")]
    public void Train_SameSeedTwice_GivesTheSameBytes(string model, string data)
    {
        Train("first", [.. Small(model), "--data", data, "--steps", "3", "--seed", "7"]);
        Train("second", [.. Small(model), "--data", data, "--steps", "3", "--seed", "7"]);
        Train("other", [.. Small(model), "--data", data, "--steps", "3", "--seed", "8"]);

        Assert.Equal(Generator("first"), Generator("second"));
        Assert.NotEqual(Generator("first"), Generator("other"));
    }

    [Fact]
    public void Train_OtherLossOrLearningRate_LearnsSomethingElse()
    {
        Train("plain", "--model", "mlp", "--data", "ring", "--steps", "3");
        Train("saturating", "--model", "mlp", "--data", "ring", "--steps", "3", "--loss", "saturating");
        Train("slow", "--model", "mlp", "--data", "ring", "--steps", "3", "--learning-rate", "1e-5");

        Assert.NotEqual(Generator("plain"), Generator("saturating"));
        Assert.NotEqual(Generator("plain"), Generator("slow"));
    }

    [Theory]
    [InlineData("dcgan", "digits", "dcgan")]
    [InlineData("wgan", "ring", "mlp")]
    [InlineData("wgan-gp", "ring", "mlp")]
    [InlineData("lsgan", "digits", "dcgan")]
    [InlineData("sn-gan", "digits", "dcgan")]
    [InlineData("r3gan", "digits", "dcgan")]
    [InlineData("pacgan-2d", "grid", "mlp")]
    [InlineData("unrolled-2d", "ring", "mlp")]
    public void Train_Recipe_TakesItsSettingsAndTheDatasModel(string recipe, string data, string model)
    {
        Train("run", ["--recipe", recipe, "--data", data, "--steps", "1", "--batch", "4", .. model == "dcgan" ? (string[])["--width", "4"] : []]);

        var config = JsonDocument.Parse(File.ReadAllText(_folder.File("run/config.json"))).RootElement;
        Assert.True(config.TryGetProperty(model, out _));
        Assert.Equal(recipe, config.GetProperty("recipe").GetProperty("name").GetString());
        Assert.Equal(4, config.GetProperty("recipe").GetProperty("batchSize").GetInt32());
        GanNet.Run(_folder.Path, "sample", "--run", "run", "--count", "4", "--out", "four.png").Succeeded();
    }

    [Fact]
    public void Train_RecipeWithItsLength_PlansIt()
    {
        using var tool = GanNet.Start(_folder.Path, "train", "--recipe", "unrolled-2d", "--data", "ring", "--batch", "4", "--out", "run");
        tool.WaitUntil(() => File.Exists(_folder.File("run/config.json")));
        tool.Signal("INT");

        tool.End().Succeeded();
        Assert.Equal(25_000, JsonDocument.Parse(File.ReadAllText(_folder.File("run/config.json"))).RootElement.GetProperty("rounds").GetInt64());
    }

    [Fact]
    public void Train_RatesOfEach_AreTheNetworks()
    {
        Train("both", "--model", "mlp", "--data", "ring", "--steps", "1", "--batch", "4", "--generator-rate", "0.25", "--discriminator-rate", "0.5");

        var trainer = JsonDocument.Parse(File.ReadAllText(_folder.File("both/config.json"))).RootElement.GetProperty("recipe").GetProperty("trainer");
        Assert.Equal(.25, trainer.GetProperty("generatorOptimizer").GetProperty("learningRate").GetDouble());
        Assert.Equal(.5, trainer.GetProperty("discriminatorOptimizer").GetProperty("learningRate").GetDouble());
    }

    [Fact]
    public void Train_SameRecipeTwice_GivesTheSameBytes()
    {
        Train("first", "--recipe", "r3gan", "--data", "ring", "--steps", "3", "--batch", "8");
        Train("second", "--recipe", "r3gan", "--data", "ring", "--steps", "3", "--batch", "8");

        Assert.Equal(Generator("first"), Generator("second"));
    }

    private static string[] Small(string model) => model == "dcgan" ? ["--model", "dcgan", "--batch", "4", "--width", "4"] : ["--model", "mlp", "--batch", "4"];

    private string Train(string run, params string[] arguments) => GanNet.Run(_folder.Path, ["train", .. arguments, "--out", run]).Succeeded();

    private IEnumerable<string?> Pictures(string run) => Directory.EnumerateFiles(_folder.File(run + "/samples")).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private byte[] Generator(string run) => File.ReadAllBytes(_folder.File(run + "/generator.safetensors"));
}
