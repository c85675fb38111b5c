using Gan.Net.Reporting.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Reporting.Tests.Fields;

public sealed class DiscriminatorFieldTests
{
    [Fact]
    public void Measure_LinearCritic_HasItsLogitsRowByRowUpwards()
    {
        using var critic = PlaneCritic.Linear(2, 10, 1);

        var field = DiscriminatorField.Measure(critic, limit: 1, resolution: 3);

        Assert.Equal([-11f, -9, -7, -1, 1, 3, 9, 11, 13], field.Logits.ToArray());
        Assert.Equal((3, 1.0), (field.Resolution, field.Limit));
    }

    [Fact]
    public void LogitAt_BetweenPoints_IsBilinearAndBeyondTheEdgeTheEdge()
    {
        using var critic = new PlaneCritic(points => points.select(1, 0) * points.select(1, 1));
        var field = DiscriminatorField.Measure(critic, limit: 2, resolution: 5);

        Assert.Equal(0.25 * -1.75, field.LogitAt(0.25, -1.75), 1e-6);
        Assert.Equal(4, field.LogitAt(2, 2), 1e-6);
        Assert.Equal(-4, field.LogitAt(-9, 9), 1e-6);
    }

    [Fact]
    public void LogitAt_BesideInfinity_IsANumberOnThePoint()
    {
        using var critic = new PlaneCritic(points => points.select(1, 0) / points.select(1, 1).abs());
        var field = DiscriminatorField.Measure(critic, limit: 1, resolution: 3);

        Assert.Equal(double.PositiveInfinity, field.LogitAt(1, 0));
        Assert.Equal(1, field.LogitAt(1, -1));
    }

    [Theory]
    [OnCpu]
    [OnCuda]
    public void Measure_ModulesInDifferentModes_AllEvaluateAndGetTheirModeBack(string where)
    {
        using var critic = PlaneCritic.Linear(1, 1, 0);
        critic.to(new Device(where));
        critic.eval();
        critic.Dropout.train();

        DiscriminatorField.Measure(critic, 1, 2);

        Assert.Equal([(false, false)], critic.Modes);
        Assert.Equal((false, true), (critic.training, critic.Dropout.training));
    }

    [Fact]
    public void Measure_JudgeOfPacks_IsRefused()
    {
        using var critic = new PlaneCritic(points => points.select(1, 0)) { SamplesPerLogit = 2 };

        var error = Assert.Throws<ArgumentException>(() => DiscriminatorField.Measure(critic, 1));

        Assert.StartsWith("The discriminator judges 2 samples together, so no point of the plane has a probability of its own. Leave the field out.", error.Message);
    }

    [Fact]
    public void Measure_JudgeOfClasses_IsRefused()
    {
        using var critic = new PlaneCritic(points => points.select(1, 0)) { Classes = 8 };

        var error = Assert.Throws<ArgumentException>(() => DiscriminatorField.Measure(critic, 1));

        Assert.StartsWith("The discriminator judges samples beside labels of 8 classes, each by its own field. Leave the field out.", error.Message);
    }

    [Fact]
    public void Measure_LogitsInAColumn_AreRefused()
    {
        using var critic = new PlaneCritic(points => points.narrow(1, 0, 1));

        var error = Assert.Throws<ArgumentException>(() => DiscriminatorField.Measure(critic, 1, 3));

        Assert.StartsWith("The discriminator gave [9, 1] for points [9, 2]; expected [9], one logit for each.", error.Message);
    }
}
