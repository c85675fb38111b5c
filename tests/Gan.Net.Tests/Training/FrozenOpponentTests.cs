using Gan.Net.Tests.Support;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Training;

public sealed class FrozenOpponentTests
{
    [Theory]
    [InlineData(UpdateRule.Alternating)]
    [InlineData(UpdateRule.Simultaneous)]
    public void Fit_GeneratorsStep_LeavesTheDiscriminatorsGradientsAlone(UpdateRule update)
    {
        using var gan = new TinyGan(new GanTrainerOptions { Update = update });
        using var source = gan.Source();
        var gradients = GradientsOf(gan, "discriminator");
        float[] before = [], after = [];
        var generated = 0;
        gan.Generator.Generating = () => before = ++generated == 3 ? gradients() : before; // check, discriminator, generator
        var hook = new RecordingHook(reported: (_, _) => after = gradients());

        gan.Trainer.Fit(source, TrainingLength.Rounds(1), [hook]);

        Assert.Contains(before, gradient => gradient != 0);
        Assert.Equal(before, after);
    }

    [Fact]
    public void Fit_DiscriminatorsStep_LeavesTheGeneratorsGradientsAlone()
    {
        using var gan = new TinyGan(new GanTrainerOptions { Order = PlayerOrder.GeneratorFirst });
        using var source = gan.Source();
        var gradients = GradientsOf(gan, "generator");
        float[] before = [], after = [];
        var generated = 0;
        gan.Generator.Generating = () => before = ++generated == 3 ? gradients() : before; // check, generator, discriminator
        var hook = new RecordingHook(reported: (_, _) => after = gradients());

        gan.Trainer.Fit(source, TrainingLength.Rounds(1), [hook]);

        Assert.Contains(before, gradient => gradient != 0);
        Assert.Equal(before, after);
    }

    [Fact]
    public void Fit_EachTurn_OnlyThePlayersOwnParametersRequireGradients()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        var seen = new List<string>();
        gan.Discriminator.Scoring = () => seen.Add($"D {Trainable(gan.Discriminator)}, G {Trainable(gan.Generator)}");

        gan.Trainer.Fit(source, TrainingLength.Rounds(1));

        Assert.Equal(["D all, G none", "D all, G none", "D none, G all"], seen.Skip(1)); // the first is the check's
    }

    [Fact]
    public void Fit_Ended_AllParametersRequireGradientsAgain()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();

        gan.Trainer.Fit(source, TrainingLength.Rounds(1));

        Assert.Equal("all", Trainable(gan.Discriminator));
        Assert.Equal("all", Trainable(gan.Generator));
    }

    [Fact]
    public void Fit_StepFailed_AllParametersRequireGradientsAgain()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        gan.Trainer.Fit(source, TrainingLength.Rounds(1));
        gan.Discriminator.Scoring = () => throw new InvalidOperationException("broken");

        Assert.Throws<InvalidOperationException>(() => gan.Trainer.Fit(source, TrainingLength.Rounds(1)));

        Assert.Equal("all", Trainable(gan.Discriminator));
        Assert.Equal("all", Trainable(gan.Generator));
    }

    [Fact]
    public void Fit_ParametersTheCallerFroze_StayFrozenAndKeepTheirValues()
    {
        using var generator = new TinyGenerator();
        using var discriminator = new TinyDiscriminator();
        generator.Layer.bias!.requires_grad = false;
        var before = Weights.Of(generator);
        using var trainer = new GanTrainer(generator, discriminator);
        using var source = new NoiseSource(2);

        trainer.Fit(source, TrainingLength.Rounds(3));

        var after = Weights.Of(generator);
        Assert.False(generator.Layer.bias!.requires_grad);
        Assert.Equal(before["0.layer.bias"], after["0.layer.bias"]);
        Assert.NotEqual(before["0.layer.weight"], after["0.layer.weight"]);
    }

    private static Func<float[]> GradientsOf(TinyGan gan, string name)
    {
        var player = gan.Trainer.Players.Single(player => player.Name == name);
        return () => player.Parameters.Gradients.data<float>().ToArray();
    }

    private static string Trainable(nn.Module module)
    {
        var count = module.parameters().Count(parameter => parameter.requires_grad);
        return count == 0 ? "none" : count == module.parameters().Count() ? "all" : "some";
    }
}
