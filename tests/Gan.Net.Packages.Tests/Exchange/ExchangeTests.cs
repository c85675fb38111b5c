using Gan.Net.Checkpoints;
using Gan.Net.Data;
using Gan.Net.Dcgan;
using Gan.Net.Mlp;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Packages.Tests.Exchange;

/// <summary>
/// Generators travel between Gan.Net and PyTorch. The files are those of <c>tools/reference/exchange.py</c>, which read what Gan.Net had saved and
/// wrote what PyTorch makes of it. <c>GANNET_APPROVE=1</c> saves Gan.Net's side anew; run the script after it.
/// </summary>
public sealed class ExchangeTests
{
    public static TheoryData<string> Networks() => ["mlp", "dcgan"];

    // The file the script read is the one that is saved today, byte for byte.
    [Theory]
    [MemberData(nameof(Networks))]
    public void Save_GanNetsGenerator_IsTheFileThatPyTorchRead(string network)
    {
        if (Environment.GetEnvironmentVariable("GANNET_APPROVE") == "1")
        {
            Approve(network);
        }

        using var generator = Make(network);
        var saved = File("gan-net", network);
        ModuleState.Load(generator.Module, saved);
        var again = Path.GetTempFileName();
        ModuleState.Save(generator.Module, again);

        Assert.Equal(System.IO.File.ReadAllBytes(saved), System.IO.File.ReadAllBytes(again));
        System.IO.File.Delete(again);
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Generate_WeightsOfGanNet_IsWhatPyTorchMakesOfThem(string network) => AssertSamples("gan-net", network);

    [Theory]
    [MemberData(nameof(Networks))]
    public void Generate_WeightsOfPyTorch_IsWhatPyTorchMakesOfThem(string network) => AssertSamples("pytorch", network);

    // Other weights do not pass: the comparison can fail.
    [Theory]
    [MemberData(nameof(Networks))]
    public void Generate_WeightsOfTheOtherSide_IsSomethingElse(string network)
    {
        using var scope = NewDisposeScope();
        var (made, expected) = Samples(File("gan-net", network), File("pytorch", network, "samples"), network);

        Assert.False(Close(made, expected));
    }

    [Fact]
    public void Guide_PythonCode_IsThatOfTheScript()
    {
        var guide = System.IO.File.ReadAllText(RepositoryFiles.At("docs", "guides", "exchange.md"));
        foreach (var name in new[] { "safetensors_file.py", "exchange_networks.py" })
        {
            var code = System.IO.File.ReadAllText(RepositoryFiles.At("tools", "reference", name));
            Assert.Contains(code[(code.IndexOf("\"\"\"\n", StringComparison.Ordinal) + 4)..].Trim(), guide, StringComparison.Ordinal);
        }
    }

    private static void AssertSamples(string side, string network)
    {
        using var scope = NewDisposeScope();
        var (made, expected) = Samples(File(side, network), File(side, network, "samples"), network);

        Assert.Equal(expected.shape, made.shape);
        Assert.True(Close(made, expected), $"The samples differ by up to {made.sub(expected).abs().max().item<float>()}.");
        Assert.True(expected.std().item<float>() > .01f);
    }

    private static bool Close(Tensor made, Tensor expected) => made.allclose(expected, rtol: 1e-5, atol: 1e-6);

    private static (Tensor Made, Tensor Expected) Samples(string weights, string samples, string network)
    {
        using var generator = Make(network);
        ModuleState.Load(generator.Module, weights);
        var expected = SamplesOf(network);
        ModuleState.Load(expected, samples);
        return (Generate(generator, expected["latents"]), expected["samples"]);
    }

    private static Tensor Generate(IGenerator generator, Tensor latents)
    {
        using var still = no_grad();
        generator.Module.eval();
        return generator.Generate(latents);
    }

    private static Dictionary<string, Tensor> SamplesOf(string network) => new()
    {
        ["latents"] = zeros(6, network == "mlp" ? 10 : 8),
        ["samples"] = network == "mlp" ? zeros(6, 2) : zeros(6, 1, 28, 28),
    };

    private static DcganOptions SmallPictures => DcganOptions.Mnist28 with { Latent = new LatentSpace { Size = 8 }, Width = 4 };

    private static IGenerator Make(string network) => network == "mlp" ? new MlpGenerator(MlpOptions.Ring) : new DcganGenerator(SmallPictures);

    // A few rounds of training, so that nothing is as it was made.
    private static void Approve(string network)
    {
        using var scope = NewDisposeScope();
        using var generator = Make(network);
        using IDiscriminator discriminator = network == "mlp" ? new MlpDiscriminator(MlpOptions.Ring) : new DcganDiscriminator(SmallPictures);
        using IBatchSource<Batch> source = network == "mlp" ? new RingSource(RingOptions.D2Gan, new DrawOptions()) : new DrawnDigits(new DrawOptions { BatchSize = 16 });
        using var trainer = new GanTrainer(generator, discriminator);
        trainer.Fit(source, TrainingLength.Rounds(50));
        ModuleState.Save(generator.Module, File("gan-net", network));
        using var random = new Generator(1, CPU);
        var latents = generator.Latent.Sample(6, random, CPU);
        ModuleState.Save(new Dictionary<string, Tensor> { ["latents"] = latents, ["samples"] = Generate(generator, latents) }, File("gan-net", network, "made"));
    }

    private static string File(string side, string network, string? content = null) =>
        RepositoryFiles.Fixture("exchange", $"{side}.{network}{(content is null ? "" : "." + content)}.safetensors");
}
