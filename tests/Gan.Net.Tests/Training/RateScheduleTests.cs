using Gan.Net.Schedules;
using Gan.Net.Tests.Support;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Training;

public sealed class RateScheduleTests
{
    private static readonly LinearSchedule Falling = new() { From = .5, To = .1, Over = 16 };

    // Four rounds of four samples each: the rates of plain gradient steps are what the weights moved by.
    [Fact]
    public void Fit_ScheduledRate_StepsByTheRateOfTheSamplesSeenBeforeTheRound()
    {
        var rates = new List<double>();
        using var gan = new TinyGan(new GanTrainerOptions
        {
            GeneratorOptimizer = new SgdSettings { LearningRate = Falling },
            AfterGeneratorStep = [new Watch(parameters => rates.Add(parameters.Step()))],
        });
        using var source = gan.Source();

        gan.Trainer.Fit(source, TrainingLength.Rounds(6));

        Assert.Equal([.5, .4, .3, .2, .1, .1], rates.Select(rate => Math.Round(rate, 5)));
    }

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Fit_ScheduledRate_ReachesEveryOptimizersOwn(OptimizerSettings optimizer)
    {
        using var gan = new TinyGan(new GanTrainerOptions { DiscriminatorOptimizer = optimizer, GeneratorOptimizer = new SgdSettings { LearningRate = .25 } });
        using var source = gan.Source();

        gan.Trainer.Fit(source, TrainingLength.Rounds(3));

        Assert.Equal(.3, gan.Trainer.Players[0].Optimizer.ParamGroups.Single().LearningRate, 1e-12);
        Assert.Equal(.25, gan.Trainer.Players[1].Optimizer.ParamGroups.Single().LearningRate);
    }

    public static TheoryData<OptimizerSettings> Optimizers =>
    [
        new AdamSettings { LearningRate = Falling }, new SgdSettings { LearningRate = Falling, Momentum = .5 }, new RmsPropSettings { LearningRate = Falling },
    ];

    [Fact]
    public void Fit_ScheduledBeta_ReachesAdam()
    {
        using var gan = new TinyGan(new GanTrainerOptions
        {
            DiscriminatorOptimizer = new AdamSettings { Beta1 = .25, Beta2 = new CosineSchedule { From = .9, To = .99, Over = 16 } },
        });
        using var source = gan.Source();

        gan.Trainer.Fit(source, TrainingLength.Rounds(3));

        var (beta1, beta2) = Assert.IsAssignableFrom<optim.IBetas>(gan.Trainer.Players[0].Optimizer.ParamGroups.Single()).Betas;
        Assert.Equal(.25, beta1);
        Assert.Equal(.945, beta2, 1e-12);
    }

    [Fact]
    public void Fit_ScheduleThatStays_LearnsTheSameBitsAsTheNumber()
    {
        static GanTrainerOptions With(Schedule rate, Schedule beta) =>
            new() { GeneratorOptimizer = new AdamSettings { LearningRate = rate, Beta2 = beta }, DiscriminatorOptimizer = new AdamSettings { LearningRate = rate } };

        Weights.AssertSame(
            TinyGan.Play(10, With(.01, .99)),
            TinyGan.Play(10, With(new LinearSchedule { From = .01, To = .01, Over = 8 }, new CosineSchedule { From = .99, To = .99, Over = 8 })));
    }

    // With gradient descent: how far the last step went, in gradients.
    private sealed class Watch(Action<Steps> see) : IAfterStep
    {
        private readonly Steps _steps = new();

        public void Act(FlatParameters parameters)
        {
            _steps.Now(parameters);
            see(_steps);
        }
    }

    private sealed class Steps
    {
        private double[] _before = [];
        private double _step;

        public void Now(FlatParameters parameters)
        {
            var now = parameters.Values.detach().cpu().to(ScalarType.Float64).data<double>().ToArray();
            var gradient = parameters.Gradients.cpu().to(ScalarType.Float64).data<double>().ToArray();
            var largest = Array.IndexOf(gradient, gradient.MaxBy(Math.Abs));
            _step = _before.Length == 0 ? .5 : (_before[largest] - now[largest]) / gradient[largest];
            _before = now;
        }

        public double Step() => _step;
    }
}
