using Gan.Net.Regularizers;
using Gan.Net.Tests.Support;
using Gan.Net.Training;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Training;

[Collection(nameof(Alone))]
public sealed class TrainerLifetimeTests
{
    [Theory]
    [InlineData(LatentReuse.Fresh)]
    [InlineData(LatentReuse.Shared)]
    public void Fit_StepFails_LeavesNoTensorBehindAndTheTrainerGoesOn(LatentReuse latents)
    {
        using var gan = new TinyGan(new GanTrainerOptions { Latents = latents });
        using var source = gan.Source();
        gan.Trainer.Fit(source, TrainingLength.Rounds(3));
        var scored = 0;
        gan.Discriminator.Scoring = () =>
        {
            if (++scored % 3 == 0)
            {
                throw new InvalidOperationException("broken"); // in the generator's step
            }
        };

        var left = Footprint.TensorsLeftBy(() =>
        {
            for (var i = 0; i < 5; i++)
            {
                Assert.Throws<InvalidOperationException>(() => gan.Trainer.Fit(source, TrainingLength.Rounds(1)));
            }

            Assert.Equal(3, gan.Trainer.Rounds);
            gan.Discriminator.Scoring = null;
            Assert.Equal(5, gan.Trainer.Fit(source, TrainingLength.Rounds(2)).Rounds);
        });

        Assert.Equal(0, left);
    }

    [Fact]
    public void Fit_SharedLatentsManySteps_HoldsOnlyTheLastFakes()
    {
        using var gan = new TinyGan(new GanTrainerOptions { Latents = LatentReuse.Shared, DiscriminatorSteps = 6 });
        using var source = gan.Source();
        gan.Trainer.Fit(source, TrainingLength.Rounds(1));
        var live = new List<long>();
        gan.Generator.Generating = () => live.Add(Tensor.TotalCount);

        gan.Trainer.Fit(source, TrainingLength.Rounds(1));

        Assert.Equal(6, live.Count);
        Assert.Equal(live[0], live[^1]);
    }

    [Theory]
    [InlineData(LatentReuse.Fresh)]
    [InlineData(LatentReuse.Shared)]
    public void Fit_Labels_FreesAllItMade(LatentReuse latents)
    {
        using var gan = new LabelledGan(new GanTrainerOptions { FakeConditions = new UniformConditions(), Latents = latents });
        gan.Trainer.Fit(gan.Source, TrainingLength.Rounds(3));

        Assert.Equal(0, Footprint.TensorsLeftBy(() => gan.Trainer.Fit(gan.Source, TrainingLength.Rounds(50), [new RecordingHook(10)])));
    }

    [Fact]
    public void Fit_Unrolled_FreesAllItMade()
    {
        using var gan = new TinyGan();
        using var trainer = new UnrolledGanTrainer(gan.Generator, gan.Discriminator, new GanTrainerOptions { Regularizers = [new LeCamPenalty()] });
        using var source = gan.Source();
        trainer.Fit(source, TrainingLength.Rounds(3));

        Assert.Equal(0, Footprint.TensorsLeftBy(() => trainer.Fit(source, TrainingLength.Rounds(50), [new RecordingHook(10)])));
    }

    [Fact]
    public void Fit_SourceFails_ReachesTheCallerAndTheTrainerGoesOn()
    {
        var broken = false;
        using var gan = new TinyGan();
        using var source = new NoiseSource(2) { Drawing = _ => ThrowIf(broken) };
        gan.Trainer.Fit(source, TrainingLength.Rounds(3));
        broken = true;

        Assert.Throws<InvalidDataException>(() => gan.Trainer.Fit(source, TrainingLength.Rounds(1)));

        broken = false;
        gan.Trainer.Fit(source, TrainingLength.Rounds(3));
        Weights.AssertSame(TinyGan.Play(6), gan.Weights);
    }

    [Fact]
    public void Dispose_Trainer_FreesAllItMade()
    {
        using var generator = new TinyGenerator();
        using var discriminator = new TinyDiscriminator();
        using var source = new NoiseSource(2);
        var miscounted = Footprint.TensorsLeftBy(() => new Parameter(zeros(1)).Dispose()); // TorchSharp counts what a parameter is made of for ever

        var left = Footprint.TensorsLeftBy(() =>
        {
            using var trainer = new GanTrainer(generator, discriminator);
            trainer.Fit(source, TrainingLength.Rounds(3));
        });

        Assert.Equal(2 * miscounted, left);
    }

    [Fact]
    public void Dispose_Trainer_LeavesTheModelsToTheirOwner()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        gan.Trainer.Fit(source, TrainingLength.Rounds(3));
        var learnt = gan.Weights;

        gan.Trainer.Dispose();
        gan.Trainer.Dispose();

        Weights.AssertSame(learnt, gan.Weights);
        using var scope = NewDisposeScope();
        gan.Discriminator.Score(gan.Generator.Generate(ones(4, 3))).sum().backward();
        Assert.All(gan.Generator.parameters(), parameter => Assert.NotEqual(0, parameter.grad!.abs().sum().ToSingle()));
    }

    [Fact]
    public void Dispose_ModelsDisposedFirst_IsHarmless()
    {
        var generator = new TinyGenerator();
        var discriminator = new TinyDiscriminator();
        var trainer = new GanTrainer(generator, discriminator);
        generator.Dispose();
        discriminator.Dispose();

        Assert.Null(Record.Exception(trainer.Dispose));
    }

    [Fact]
    public void Fit_Disposed_IsRefused()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        gan.Trainer.Dispose();

        Assert.Throws<ObjectDisposedException>(() => gan.Trainer.Fit(source, TrainingLength.Rounds(1)));
    }

    [Fact]
    public void Create_InsideADisposeScope_OutlivesIt()
    {
        using var generator = new TinyGenerator();
        using var discriminator = new TinyDiscriminator();
        using var source = new NoiseSource(2);
        GanTrainer trainer;
        using (NewDisposeScope())
        {
            trainer = new GanTrainer(generator, discriminator);
            trainer.Fit(source, TrainingLength.Rounds(3));
        }

        using (trainer)
        {
            trainer.Fit(source, TrainingLength.Rounds(3));
        }

        Weights.AssertSame(TinyGan.Play(6), Weights.Of(generator, discriminator));
    }

    [Fact]
    public void Fit_TwoTrainersTakeTurnsOnOneModel_BothTrainIt()
    {
        using var first = new TinyGan();
        using var second = new GanTrainer(first.Generator, first.Discriminator);
        using var source = first.Source();
        var before = first.Weights;

        first.Trainer.Fit(source, TrainingLength.Rounds(1));
        var afterFirst = first.Weights;
        second.Fit(source, TrainingLength.Rounds(1));
        var afterSecond = first.Weights;
        first.Trainer.Fit(source, TrainingLength.Rounds(1));

        Weights.AssertDiffer(before, afterFirst);
        Weights.AssertDiffer(afterFirst, afterSecond);
        Weights.AssertDiffer(afterSecond, first.Weights);
    }

    [Fact]
    public void Fit_GradientsDroppedByTheCaller_StillTrains()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        gan.Trainer.Fit(source, TrainingLength.Rounds(3));
        gan.Generator.zero_grad(set_to_none: true);
        gan.Discriminator.zero_grad(set_to_none: true);

        gan.Trainer.Fit(source, TrainingLength.Rounds(3));

        Weights.AssertSame(TinyGan.Play(6), gan.Weights);
    }

    private static void ThrowIf(bool broken)
    {
        if (broken)
        {
            throw new InvalidDataException("broken");
        }
    }
}
