using System.Text.Json;
using Gan.Net.Cli.Runs;
using Gan.Net.Dcgan;
using Gan.Net.Mlp;
using Gan.Net.Training;

namespace Gan.Net.Cli.Tests.Runs;

public sealed class RunConfigTests
{
    private static readonly RunConfig _plain = new()
    {
        Tool = "1",
        Engine = "2",
        LibTorch = "3",
        Started = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
        CommandLine = ["train", "--data", "idx:ä.idx"],
        Data = "idx:ä.idx",
        SampleShape = [1, 28, 28],
        Loss = "saturating",
        Rounds = 10,
        Epochs = 2,
        BatchSize = 4,
        Seed = 5,
        Device = "cpu",
        Threads = 6,
        Optimizer = new AdamSettings { LearningRate = 0.007, Beta1 = 0.1, WeightDecay = 0.2 },
    };

    [Fact]
    public void Json_WrittenAndRead_IsTheSameRun()
    {
        var mlp = new MlpOptions
        {
            Latent = new LatentSpace { Size = 3, Prior = LatentPrior.Uniform },
            SampleShape = [2],
            GeneratorWidths = [5, 6],
            DiscriminatorWidths = [7],
            GeneratorSlope = 0.01,
            DiscriminatorSlope = 0.02,
            OutputScale = 2.5,
            Seed = 9,
        };
        var dcgan = new DcganOptions { ImageSize = 32, Channels = 2, Width = 8, DiscriminatorSlope = 0.1, Latent = new LatentSpace { Size = 4 }, Seed = 8 };
        var config = _plain with { Mlp = mlp, Dcgan = dcgan };

        var read = RoundTrip(config);

        Assert.Equal(Write(config), Write(read));
        Assert.Equal(config.Optimizer, read.Optimizer);
        Assert.Equal(dcgan, read.Dcgan);
        Assert.Equal(mlp.Latent, read.Mlp!.Latent);
        Assert.Equal(mlp.GeneratorWidths, read.Mlp.GeneratorWidths);
        Assert.Equal(config.CommandLine, read.CommandLine);
    }

    [Fact]
    public void CreateGenerator_OfAConfigReadBack_HasTheSameParameters()
    {
        var config = _plain with { Dcgan = DcganOptions.Mnist28 with { Width = 4 } };
        using var written = Models.CreateGenerator(config);
        using var read = Models.CreateGenerator(RoundTrip(config));

        Assert.Equal(Shapes(written), Shapes(read));
    }

    private static List<string> Shapes(IGenerator generator) =>
        [.. generator.Module.named_parameters().Select(parameter => $"{parameter.name} [{string.Join(", ", parameter.parameter.shape)}]")];

    private static RunConfig RoundTrip(RunConfig config) => JsonSerializer.Deserialize(Write(config), RunConfigJson.Default.RunConfig)!;

    private static string Write(RunConfig config) => JsonSerializer.Serialize(config, RunConfigJson.Default.RunConfig);
}
