using Gan.Net.Tests.Support;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Monitoring.Tests;

public sealed class TrainingMonitorTests
{
    private static readonly TrainingMonitorOptions Options = new() { Every = 1, Window = 8, SampleWindow = 8, Settling = 8 };
    private static readonly (string, double)[] Fooled = [("accuracy.fake", 0)];

    [Fact]
    public void OnReport_SameTroubleForLong_SaysItOnce()
    {
        var logger = new RecordingLogger();
        var monitor = new TrainingMonitor(options: Options, logger: logger);
        var heard = new List<Verdict>();
        monitor.VerdictReached += (sender, verdict) => heard.Add(verdict);

        for (var round = 1; round <= 50; round++)
        {
            monitor.OnReport(Readings.Report(round, Fooled), []);
        }

        var said = Assert.Single(monitor.Verdicts);
        Assert.Equal([said], heard);
        Assert.Equal(
            (VerdictKind.GeneratorWins, 9L, 576L, 0.0, 0.05), (said.Kind, said.Round, said.SamplesSeen, said.Value, said.Limit));
        Assert.Equal(
            "Warning 20: GeneratorWins at round 9 after 576 samples: The generator wins: over 8 rounds the discriminator recognised 0.000 of its samples on average (limit 0.05), so it has nothing to teach. "
            + "What usually helps: raise the discriminator's learning rate or lower the generator's (TTUR); more discriminator steps in a round; a larger discriminator; less of what holds it back: a smaller penalty weight, less label smoothing or augmentation",
            Assert.Single(logger.Messages));
    }

    [Fact]
    public void OnReport_AfterADivergence_SaysNothingMore()
    {
        var monitor = new TrainingMonitor(options: Options);

        for (var round = 1; round <= 50; round++)
        {
            monitor.OnReport(Readings.Report(round, [.. Fooled, ("generator.loss", round < 3 ? 1 : double.NaN)]), []);
        }

        Assert.Equal([VerdictKind.Divergence], monitor.Verdicts.Select(verdict => verdict.Kind));
    }

    [Fact]
    public void Fit_WithData_MeasuresSamplesForTheHooksAfterIt()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        var monitor = new TrainingMonitor(source, Options with { Every = 2, Window = 16, SampleWindow = 16 });
        var after = new RecordingHook();

        gan.Trainer.Fit(source, TrainingLength.Rounds(3), [monitor, after]);

        string[] names = ["samples.missed", "samples.near", "samples.spread"];
        Assert.Equal(names, monitor.Measures.Keys.Order());
        Assert.Equal([false, true, true], after.Reports.Select(report => names.All(report.Values.ContainsKey)));
        Assert.All(after.Reports[1..], report => Assert.InRange(report.Values["samples.spread"], 0.01, 2));
        Assert.Empty(monitor.Verdicts);
    }

    [Fact]
    public void Fit_WithoutData_MeasuresNothing()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        var monitor = new TrainingMonitor(options: Options);

        gan.Trainer.Fit(source, TrainingLength.Rounds(20), [monitor]);

        Assert.Empty(monitor.Measures);
    }

    [Fact]
    public void Fit_Watched_LearnsTheSameAsUnwatched()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();

        gan.Trainer.Fit(source, TrainingLength.Rounds(30), [new TrainingMonitor(source, Options)]);

        Weights.AssertSame(TinyGan.Play(30), gan.Weights);
    }

    [Fact]
    public void Fit_Watched_LeavesNoTensorBehind()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        var monitor = new TrainingMonitor(source, Options);
        gan.Trainer.Fit(source, TrainingLength.Rounds(2), [monitor]);

        Assert.Equal(0, Footprint.TensorsLeftBy(() => gan.Trainer.Fit(source, TrainingLength.Rounds(10), [monitor])));
    }

    [Theory]
    [OnCpu]
    [OnCuda]
    public void Fit_Device_ReadsSamplesFromThere(string device)
    {
        using var gan = new TinyGan(new GanTrainerOptions { Device = device == "cpu" ? CPU : CUDA });
        using var source = gan.Source();
        var monitor = new TrainingMonitor(source, Options);

        gan.Trainer.Fit(source, TrainingLength.Rounds(3), [monitor]);

        Assert.True(double.IsFinite(monitor.Measures["samples.spread"]));
    }

    [Fact]
    public void Constructor_OptionsOutOfRange_NamesEveryProblem()
    {
        var failure = Assert.Throws<ArgumentException>(() => new TrainingMonitor(options: new TrainingMonitorOptions
        {
            Every = 50,
            Window = 399,
            SampleWindow = 399,
            Settling = -1,
            Samples = 15,
            DiscriminatorAdvantage = 1,
            FakeAccuracy = 0.5,
            GradientFall = 0,
            Spread = double.NaN,
            MissedShare = 2,
            Swing = -1,
            Explosion = 0,
        }));

        Assert.Equal(
            "TrainingMonitorOptions: Window must be at least 400, was 399; SampleWindow must be at least 400, was 399; Settling must be at least 0, was -1; "
            + "Samples must be at least 16, was 15; DiscriminatorAdvantage must be in (0, 1), was 1; FakeAccuracy must be in (0, 0.5), was 0.5; "
            + "GradientFall must be in (0, 1), was 0; Spread must be in (0, 1), was NaN; MissedShare must be in (0, 1), was 2; Swing must be in (0, 1), was -1; "
            + "Explosion must be positive, was 0.",
            failure.Message);
    }

    [Fact]
    public void ToString_OfVerdict_SaysRoundSentenceAndRemedies()
    {
        var verdict = new Verdict
        {
            Kind = VerdictKind.Collapse, Round = 4200, SamplesSeen = 1, Value = 0.1, Limit = 0.25, Sentence = "The generator has collapsed.", Remedies = ["packing", "R1"],
        };

        Assert.Equal("Round 4200: The generator has collapsed. What usually helps: packing; R1.", verdict.ToString());
    }
}
