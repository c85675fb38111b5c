using Gan.Net.Regularizers;
using Gan.Net.Tests.Support;
using Gan.Net.Training;

namespace Gan.Net.Tests.Training;

/// <summary>One run at a time, totals as lengths, and measures that do not overwrite each other.</summary>
public sealed class OneRunTests
{
    [Fact]
    public void Fit_DuringAFit_IsRefusedAndTheFirstGoesOn()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        var refused = "";
        var hook = new RecordingHook(reported: (report, _) => refused = report.Round == 2
            ? Assert.Throws<InvalidOperationException>(() => gan.Trainer.Fit(source, TrainingLength.Rounds(1))).Message
            : refused);

        gan.Trainer.Fit(source, TrainingLength.Rounds(4), [hook]);

        Assert.Equal("The trainer is training already. Wait for the end of that run before you start another.", refused);
        Assert.Equal(4, gan.Trainer.Rounds);
    }

    [Fact]
    public void Dispose_DuringAFit_IsRefused()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        var refused = "";
        var hook = new RecordingHook(reported: (_, _) => refused = Assert.Throws<InvalidOperationException>(gan.Trainer.Dispose).Message);

        gan.Trainer.Fit(source, TrainingLength.Rounds(1), [hook]);

        Assert.Equal("The trainer is training. Cancel the run and wait for its end before you dispose the trainer.", refused);
    }

    [Fact]
    public void Fit_TotalThatIsReached_ReturnsAtOnce()
    {
        using var gan = new TinyGan();
        using var source = new NoiseSource(2) { BatchesPerEpoch = 3 };
        gan.Trainer.Fit(source, TrainingLength.UntilRound(4));
        Assert.Equal(4, gan.Trainer.Rounds);

        Assert.Equal(4, gan.Trainer.Fit(source, TrainingLength.UntilRound(3)).Rounds);
        Assert.Equal(4, gan.Trainer.Fit(source, TrainingLength.UntilSamples(16)).Rounds);
        Assert.Equal(5, gan.Trainer.Fit(source, TrainingLength.UntilSamples(17)).Rounds);
        Assert.Equal(6, gan.Trainer.Fit(source, TrainingLength.UntilEpoch(2)).Rounds);
        Assert.Equal(6, gan.Trainer.Fit(source, TrainingLength.UntilEpoch(2)).Rounds);
        Assert.Equal("until 2 epochs", TrainingLength.UntilEpoch(2).ToString());
    }

    [Fact]
    public void Fit_TwoPenaltiesOfOneType_HaveMeasuresOfTheirOwn()
    {
        using var generator = new TinyGenerator();
        using var discriminator = new TinyDiscriminator();
        using var trainer = new GanTrainer(generator, discriminator, new GanTrainerOptions { Regularizers = [new R1Penalty { Gamma = 1 }, new R1Penalty { Gamma = 100 }] });
        using var source = new NoiseSource(2);
        var hook = new RecordingHook();

        trainer.Fit(source, TrainingLength.Rounds(1), [hook]);

        var values = hook.Reports[0].Values;
        Assert.Equal(100 * values["R1Penalty"], values["R1Penalty.2"], Math.Abs(values["R1Penalty.2"]) * 1e-5);
        Assert.NotEqual(0, values["R1Penalty"]);
    }

    [Fact]
    public void Write_TextHook_HasALineForEachReport()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        using var text = new StringWriter();

        gan.Trainer.Fit(source, TrainingLength.Rounds(5), [new TextHook(text, every: 2, "score.real")]);

        var lines = text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["round 2/5  8 samples", "round 4/5  16 samples", "round 5/5  20 samples"], lines.Select(line => line.Split("  score.real")[0]));
        Assert.All(lines, line => Assert.Matches(@"score\.real -?\d+\.\d{4}\s*$", line));
    }
}
