using Gan.Net.Tests.Support;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Training;

public sealed class AfterStepTests
{
    [Fact]
    public void Act_WeightClipping_KeepsEveryWeightWithinTheBound()
    {
        using var critic = new SmoothCritic(16);
        using var parameters = new FlatParameters([critic]);
        var before = Weights.Of(critic);

        using (no_grad())
        {
            new WeightClipping { Bound = .3 }.Act(parameters);
        }

        foreach (var (key, values) in Weights.Of(critic))
        {
            Assert.Equal(before[key].Select(value => Math.Clamp(value, -.3, .3)), values);
        }

        Assert.Contains(before.Values.SelectMany(values => values), value => Math.Abs(value) > .3);
    }

    [Fact]
    public void Bound_Default_IsThePapers() => Assert.Equal(.01, new WeightClipping().Bound);

    [Fact]
    public void Fit_AfterStep_ActsAfterEachStepOfItsPlayerInOrder()
    {
        var journal = new List<string>();
        using var gan = new TinyGan(new GanTrainerOptions
        {
            DiscriminatorSteps = 2,
            AfterDiscriminatorStep = [new Note("first", journal), new Note("second", journal)],
            AfterGeneratorStep = [new Note("generator", journal)],
        });
        using var source = gan.Source();

        gan.Trainer.Fit(source, TrainingLength.Rounds(1));

        var (discriminator, generator) = (gan.Trainer.Players[0].Parameters.Count, gan.Trainer.Players[1].Parameters.Count);
        Assert.Equal(
            [$"first {discriminator}", $"second {discriminator}", $"first {discriminator}", $"second {discriminator}", $"generator {generator}"], journal);
    }

    [Fact]
    public void Fit_AfterStep_MayChangeWeightsInPlace()
    {
        using var gan = new TinyGan(new GanTrainerOptions { AfterDiscriminatorStep = [new WeightClipping { Bound = 1e-3 }] });
        using var source = gan.Source();

        gan.Trainer.Fit(source, TrainingLength.Rounds(2));

        Assert.All(Weights.Of(gan.Discriminator).Values.SelectMany(values => values), value => Assert.InRange(Math.Abs(value), 0, 1.0001e-3));
    }

    private sealed class Note(string name, List<string> journal) : IAfterStep
    {
        public void Act(FlatParameters parameters) => journal.Add($"{name} {parameters.Count}");
    }
}
