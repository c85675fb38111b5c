using Gan.Net.Augmentations;
using Gan.Net.Data;
using Gan.Net.Dcgan;
using Gan.Net.Losses;
using Gan.Net.Mlp;
using Gan.Net.Regularizers;
using Gan.Net.Training;

namespace Gan.Net.Papers.Tests;

/// <summary>The three lines that open the guide to training dynamics: they stand here word for word, and what they make trains.</summary>
public sealed class ThreeLinesTests
{
    [Fact]
    public void Guide_ThreeLines_AreThese()
    {
        var guide = File.ReadLines(RepositoryFiles.At("docs/guides/training-dynamics.md"));
        var fence = guide.SkipWhile(line => line != "```csharp").Skip(1).TakeWhile(line => line != "```");
        var here = File.ReadLines(RepositoryFiles.At("tests/Gan.Net.Papers.Tests/ThreeLinesTests.cs")).Select(line => line.Trim())
            .SkipWhile(line => line != "// From the guide:").Skip(1).TakeWhile(line => line.Length > 0);

        Assert.Equal(3, here.Count());
        Assert.Equal(here, fence);
    }

    [Fact]
    public void Fit_ThreeLines_TrainBothModels()
    {
        // From the guide:
        var rules = new GanTrainerOptions { Loss = new RelativisticPairingLoss(), Regularizers = [new R1Penalty(), new R2Penalty()], Ema = new EmaSettings(), Augmentations = [new DiffAugment()] };
        using var mlp = new GanTrainer(new MlpGenerator(MlpOptions.Mnist), new MlpDiscriminator(MlpOptions.Mnist), rules);
        using var dcgan = new GanTrainer(new DcganGenerator(DcganOptions.Mnist28), new DcganDiscriminator(DcganOptions.Mnist28 with { DiscriminatorNorm = Norm.None }), rules);

        using var digits = new DrawnDigits(new DrawOptions { BatchSize = 8 });
        foreach (var trainer in (GanTrainer[])[mlp, dcgan])
        {
            var before = Weights.Of(trainer.Generator.Module, trainer.Discriminator.Module);
            var last = new Last();

            trainer.Fit(digits, TrainingLength.Rounds(3), [last]);

            Weights.AssertDiffer(before, Weights.Of(trainer.Generator.Module, trainer.Discriminator.Module));
            Assert.All(last.Report!.Values, value => Assert.True(double.IsFinite(value.Value), $"{value.Key} is {value.Value}."));
            Assert.Contains("R1Penalty", last.Report.Values.Keys);
            Assert.Contains("R2Penalty", last.Report.Values.Keys);
            var trained = Weights.Of(trainer.Generator.Module);
            using (trainer.ShowAveraged())
            {
                Weights.AssertDiffer(trained, Weights.Of(trainer.Generator.Module));
            }

            trainer.Generator.Dispose();
            trainer.Discriminator.Dispose();
        }
    }

    private sealed class Last : TrainingHook
    {
        public TrainingReport? Report { get; private set; }

        public override void OnReport(TrainingReport report, IReadOnlyList<ISampler> views) => Report = report;
    }
}
