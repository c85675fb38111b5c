using Gan.Net.Data;
using Gan.Net.Imaging;
using Gan.Net.Losses;
using Gan.Net.Mlp;
using Gan.Net.Reporting.Tests.Support;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Reporting.Tests.Fields;

public sealed class FieldPicturesHookTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [OnCpu]
    [OnCuda]
    public void Fit_WithAndWithoutTheHook_IsBitForBitTheSame(string device)
    {
        var (without, _) = Play(new NonSaturatingLoss(), new Device(device), watched: false);
        var (with, pictures) = Play(new NonSaturatingLoss(), new Device(device), watched: true);

        Weights.AssertSame(without, with);
        Assert.Equal(["round-0000000.png", "round-0000003.png", "round-0000006.png", "round-0000007.png"], pictures);
    }

    [Fact]
    public void Fit_RelativisticGame_IsBitForBitTheSameToo()
    {
        var (without, _) = Play(new RelativisticPairingLoss(), CPU, watched: false);
        var (with, _) = Play(new RelativisticPairingLoss(), CPU, watched: true);

        Weights.AssertSame(without, with);
    }

    [Fact]
    public void Fit_Pictures_ShowTheGameChange()
    {
        Play(new NonSaturatingLoss(), CPU, watched: true);

        var (first, last) = (PictureFile.Read(_folder.File("round-0000000.png")), PictureFile.Read(_folder.File("round-0000007.png")));
        Assert.Equal((64, 64, 3), (first.Width, first.Height, first.Channels));
        Assert.NotEqual(first.Pixels.ToArray(), last.Pixels.ToArray());
        Assert.NotEmpty(PixelsOf.Where(last, colour => colour is { Red: < 140, Green: > 160 }));
        Assert.NotEmpty(PixelsOf.Where(last, colour => colour is { Red: > 200, Green: < 140 }));
    }

    [Fact]
    public void OnEnd_CancelledBetweenPictures_DrawsTheEndOnce()
    {
        var sampler = new PointSampler();
        using var critic = PlaneCritic.Linear(1, 0, 0);
        var hook = Hook(critic);

        hook.OnReport(Reports.At(3), [sampler]);
        hook.OnEnd(Reports.End(3), [sampler]);
        Assert.Equal(_folder.File("round-0000003.png"), hook.LastPath);
        hook.OnEnd(Reports.End(5), [sampler]);

        Assert.Equal(["round-0000003.png", "round-0000005.png"], Pictures());
    }

    [Fact]
    public void Constructor_RealPointsDisposedLater_DoNotMatter()
    {
        var sampler = new PointSampler();
        using var critic = PlaneCritic.Linear(1, 0, 0);

        Hook(critic).OnStart([sampler]);

        Assert.Equal(["round-0000000.png"], Pictures());
    }

    [Fact]
    public void OnStart_NoSampler_SaysSo()
    {
        using var critic = PlaneCritic.Linear(1, 0, 0);

        var error = Assert.Throws<InvalidOperationException>(() => Hook(critic).OnStart([]));

        Assert.Equal("The trainer shows nothing, so there is nothing to draw. Leave the field out.", error.Message);
    }

    [Fact]
    public void Constructor_TooFewRealPointsForTheLoss_SaysSo()
    {
        using var critic = PlaneCritic.Linear(1, 0, 0);
        using var real = zeros(10, 2);

        var error = Assert.Throws<ArgumentException>(() => new FieldPicturesHook("x", critic, new RelativisticPairingLoss(), real));

        Assert.StartsWith("RelativisticPairingLoss compares each of 500 generated points with a real one; 10 were given. Give more, or set Count lower.", error.Message);
    }

    [Fact]
    public void Constructor_OptionsOutOfRange_AreAllNamed()
    {
        using var critic = PlaneCritic.Linear(1, 0, 0);
        using var real = zeros(10, 2);
        var bad = new FieldPicturesOptions { Every = 0, Count = 0, FirstRound = -1, Limit = 0, Resolution = 1, Plot = new FieldPlotOptions { Arrows = -1 } };

        var error = Assert.Throws<ArgumentException>(() => new FieldPicturesHook("x", critic, new NonSaturatingLoss(), real, bad));

        Assert.Equal(
            "FieldPicturesOptions: Every must be at least 1, was 0; Count must be at least 1, was 0; FirstRound must be at least 0, was -1; "
            + "Limit must be positive, was 0; Resolution must be from 2 to 1024, was 1; Plot.Arrows must be at least 0, was -1.", error.Message);
    }

    private FieldPicturesHook Hook(PlaneCritic critic)
    {
        using var real = ones(4, 2);
        return new FieldPicturesHook(_folder.Path, critic, new NonSaturatingLoss(), real, new FieldPicturesOptions { Count = 3, Resolution = 5, Plot = new FieldPlotOptions { Size = 64 } });
    }

    private (SortedDictionary<string, double[]> Weights, IEnumerable<string?> Pictures) Play(IAdversarialLoss loss, Device device, bool watched)
    {
        using var source = new RingSource(RingOptions.D2Gan, new DrawOptions { BatchSize = 16, Seed = 1, Device = device });
        using var generator = new MlpGenerator(MlpOptions.Ring);
        using var discriminator = new NormalisedCritic();
        using var trainer = new GanTrainer(generator, discriminator, new GanTrainerOptions { Seed = 4, Device = device, Loss = loss });
        using var batch = source.GetBatch(1000);
        var options = new FieldPicturesOptions { Every = 3, Count = 16, Resolution = 9, Plot = new FieldPlotOptions { Size = 64 } };
        var hook = new FieldPicturesHook(_folder.Path, discriminator, loss, batch.Samples, options);
        trainer.Fit(source, TrainingLength.Rounds(7), watched ? [hook] : []);
        return (Weights.Of(generator.Module, discriminator), Pictures());
    }

    private IEnumerable<string?> Pictures() => Directory.EnumerateFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
