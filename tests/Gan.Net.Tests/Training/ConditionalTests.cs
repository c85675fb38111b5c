using Gan.Net.Losses;
using Gan.Net.Tests.Support;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Training;

public sealed class ConditionalTests
{
    [Theory]
    [InlineData(LatentReuse.Fresh)]
    [InlineData(LatentReuse.Shared)]
    public void Fit_LabelsOfTheBatch_ReachBothModels(LatentReuse latents)
    {
        using var gan = new LabelledGan(new GanTrainerOptions { Latents = latents, Loss = new RelativisticPairingLoss() });

        gan.Trainer.Fit(gan.Source, TrainingLength.Rounds(2));

        string[] round = latents == LatentReuse.Fresh
            ? ["generate", "score", "score", "generate", "score", "score"]
            : ["generate", "score", "score", "score", "score"];
        Assert.Equal(["generate", "score", .. round, .. round], gan.Calls.Select(call => call.Call)); // the first two are the check's
        Assert.All(gan.Calls.Take(2 + round.Length), call => Assert.Equal(gan.LabelsOf(0), call.Labels));
        Assert.All(gan.Calls.Skip(2 + round.Length), call => Assert.Equal(gan.LabelsOf(1), call.Labels));
    }

    [Fact]
    public void Fit_GeneratorFirst_HasTheLabelsOfABatchOfItsOwn()
    {
        using var gan = new LabelledGan(new GanTrainerOptions { Order = PlayerOrder.GeneratorFirst });

        gan.Trainer.Fit(gan.Source, TrainingLength.Rounds(1));

        Assert.Equal(2, gan.Trainer.BatchesDrawn);
        Assert.Equal([.. Enumerable.Repeat(gan.LabelsOf(0), 4), .. Enumerable.Repeat(gan.LabelsOf(1), 3)], gan.Calls.Select(call => call.Labels));
    }

    [Fact]
    public void Fit_UniformLabels_AreDrawnForFakesOnly()
    {
        using var gan = new LabelledGan(new GanTrainerOptions { FakeConditions = new UniformConditions() });

        gan.Trainer.Fit(gan.Source, TrainingLength.Rounds(60));

        var drawn = gan.Calls.Skip(2).Where(call => call.Call == "generate").SelectMany(call => call.Labels!).ToArray();
        Assert.Equal(60 * 2 * 6, drawn.Length);
        Assert.All(Enumerable.Range(0, LabelledGan.Classes), label => Assert.InRange(drawn.Count(other => other == label), 180, 300)); // 240 ± 5 deviations
        var round = gan.Calls.Skip(2).Take(5).ToArray(); // D: generate, score real, score fake; G: generate, score
        Assert.Equal(gan.LabelsOf(0), round[1].Labels);
        Assert.Equal(round[0].Labels, round[2].Labels);
        Assert.Equal(round[3].Labels, round[4].Labels);
        Assert.NotEqual(round[0].Labels, round[3].Labels);
    }

    [Fact]
    public void Fit_UniformLabelsShared_AreThoseTheFakesWereMadeWith()
    {
        using var gan = new LabelledGan(new GanTrainerOptions { FakeConditions = new UniformConditions(), Latents = LatentReuse.Shared });

        gan.Trainer.Fit(gan.Source, TrainingLength.Rounds(1));

        var round = gan.Calls.Skip(2).ToArray(); // generate, score real, score fake, score fake
        Assert.Equal(4, round.Length);
        Assert.Equal(round[0].Labels, round[2].Labels);
        Assert.Equal(round[0].Labels, round[3].Labels);
    }

    [Fact]
    public void Fit_UniformLabelsInARelativisticGame_JudgesRealSamplesByTheirOwn()
    {
        using var gan = new LabelledGan(new GanTrainerOptions { FakeConditions = new UniformConditions(), Loss = new RelativisticPairingLoss() });

        gan.Trainer.Fit(gan.Source, TrainingLength.Rounds(1));

        var turn = gan.Calls.Skip(5).ToArray(); // after the check's and the discriminator's: generate, score fake, score real
        Assert.Equal(["generate", "score", "score"], turn.Select(call => call.Call));
        Assert.Equal(turn[0].Labels, turn[1].Labels);
        Assert.Equal(gan.LabelsOf(0), turn[2].Labels);
        Assert.NotEqual(turn[1].Labels, turn[2].Labels);
    }

    [Fact]
    public void Fit_UniformLabels_FollowTheSeed()
    {
        Assert.Equal(Draw(1), Draw(1));
        Assert.NotEqual(Draw(1), Draw(2));

        static IEnumerable<long> Draw(long seed)
        {
            using var gan = new LabelledGan(new GanTrainerOptions { FakeConditions = new UniformConditions(), Seed = seed });
            gan.Trainer.Fit(gan.Source, TrainingLength.Rounds(3));
            return [.. gan.Calls.SelectMany(call => call.Labels!)];
        }
    }

    [Fact]
    public void Fit_ModelsWithoutClasses_AreNotShownLabels()
    {
        using var gan = new TinyGan();
        using var source = new NoiseSource(2) { Labelled = true, Classes = 3 };
        var conditions = 0;
        using var trainer = new Watcher(gan.Generator, gan.Discriminator, pass => conditions += pass.RealCondition is null && pass.FakeCondition is null ? 0 : 1);

        trainer.Fit(source, TrainingLength.Rounds(3));

        Assert.Equal(0, conditions);
    }

    [Fact]
    public void Fit_ConditionalModelsOnUnlabelledData_AreRefusedBeforeTheFirstStep()
    {
        using var gan = new LabelledGan();
        using var source = new NoiseSource(2);

        var failure = Assert.Throws<ArgumentException>(() => gan.Trainer.Fit(source, TrainingLength.Rounds(1)));

        Assert.Equal(
            "The models are conditional, on labels of 3 classes; the data has no labels. Choose a labelled source, or models without classes.", failure.Message);
        Assert.Equal(0, gan.Trainer.Rounds);
        Assert.Empty(gan.Calls);
    }

    [Fact]
    public void Fit_LabelBeyondTheClasses_IsRefusedBeforeTheFirstStep()
    {
        using var gan = new LabelledGan();
        using var source = new NoiseSource(2) { Labelled = true, Classes = 40, BatchSize = 50 };
        using var first = source.GetBatch(0);

        var failure = Assert.Throws<ArgumentException>(() => gan.Trainer.Fit(source, TrainingLength.Rounds(1)));

        Assert.Equal(
            $"The data has the label {first.Condition!.max().ToInt64()}; the models take 3 classes, 0 to 2. Choose models with as many classes as the data.",
            failure.Message);
    }

    [Fact]
    public void Create_OneModelConditional_IsRefused()
    {
        using var gan = new LabelledGan();
        using var discriminator = new TinyDiscriminator();

        var failure = Assert.Throws<ArgumentException>(() => new GanTrainer(gan.Trainer.Generator, discriminator));

        Assert.Equal("The generator takes labels of 3 classes, the discriminator nothing. Give both the same condition, or none.", failure.Message);
    }

    [Fact]
    public void Sample_Conditional_RunsThroughTheClassesOnOneLatentForEachRow()
    {
        using var gan = new LabelledGan();
        var rows = Array.Empty<float>();
        var hook = new RecordingHook(reported: (_, sampler) =>
        {
            Assert.Equal(3, sampler!.Classes);
            using var samples = sampler.Sample(7);
            rows = samples.data<float>().ToArray();
        });

        gan.Trainer.Fit(gan.Source, TrainingLength.Rounds(1), [hook]);

        Assert.Equal([0, 1, 2, 0, 1, 2, 0], gan.Calls[^1].Labels!);
        Assert.Equal(14, rows.Length);
        for (var i = 0; i < 6; i += 3)
        {
            Assert.Equal(rows[2 * i] + 1, rows[2 * i + 2], 1e-5); // the double adds its label
            Assert.Equal(rows[2 * i] + 2, rows[2 * i + 4], 1e-5);
        }

        Assert.NotEqual(rows[0], rows[6]);
    }

    private sealed class Watcher(IGenerator generator, IDiscriminator discriminator, Action<DiscriminatorPass> look) : GanTrainer(generator, discriminator)
    {
        protected override Tensor DiscriminatorLoss(DiscriminatorPass pass)
        {
            look(pass);
            return base.DiscriminatorLoss(pass);
        }
    }
}
