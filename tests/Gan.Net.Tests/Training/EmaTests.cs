using Gan.Net.Schedules;
using Gan.Net.Tests.Support;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Training;

public sealed class EmaTests
{
    private static readonly EmaSettings Plain = new() { HalfLife = 8, RampUp = null };

    // The published settings and their constants (StyleGAN2's and R3GAN's configurations).
    [Theory]
    [InlineData(512, 5_000_000, .999929024248)]
    [InlineData(512, 500_000, .999290469123)]
    [InlineData(32, 10_000, .997784387124)]
    [InlineData(64, 20_000, .997784387124)]
    [InlineData(64, 500_000, .999911281097)]
    public void Decay_OfPublishedSettings_IsTheirs(long batch, double halfLife, double expected) =>
        Assert.Equal(expected, new EmaSettings { HalfLife = halfLife, RampUp = null }.Decay(batch, 0), 1e-12);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1000, .4117955086)]  // half-life 50
    [InlineData(200_000, .9955736)]
    [InlineData(10_000_000, .9955736)]
    public void Decay_RampUp_ForgetsTheStartSoon(long samplesSeen, double expected) =>
        Assert.Equal(expected, new EmaSettings { HalfLife = 10_000, RampUp = .05 }.Decay(64, samplesSeen), 1e-7);

    [Fact]
    public void Decay_HalfLifeOfNothing_KeepsNothing() =>
        Assert.Equal(0, new EmaSettings { HalfLife = new LinearSchedule { From = 0, To = 100, Over = 10 }, RampUp = null }.Decay(64, 0));

    // Half-lives of 50 and 100 samples.
    [Theory]
    [InlineData(5, .4117955086)]
    [InlineData(20, .6417129488)]
    public void Decay_HalfLifeOnASchedule_IsThatOfTheSamplesSeen(long samplesSeen, double expected) =>
        Assert.Equal(expected, new EmaSettings { HalfLife = new LinearSchedule { From = 0, To = 100, Over = 10 }, RampUp = null }.Decay(64, samplesSeen), 1e-9);

    [Fact]
    public void Create_Defaults_AreStyleGan2s() => Assert.Equal(new EmaSettings { HalfLife = 10_000, RampUp = .05 }, new EmaSettings());

    // The average of the weights after each round, added up by hand in float64: four samples a round, so each counts 2^(-1/2) of the next.
    [Fact]
    public void Fit_Ema_AveragesTheWeightsOfEachRound()
    {
        using var gan = new TinyGan(new GanTrainerOptions { Ema = Plain, GeneratorOptimizer = new AdamSettings { LearningRate = .05 } });
        using var source = gan.Source();
        var decay = Math.Sqrt(.5);
        var expected = Values(gan);
        for (var round = 0; round < 5; round++)
        {
            gan.Trainer.Fit(source, TrainingLength.Rounds(1));
            expected = [.. expected.Zip(Values(gan), (average, weight) => (decay * average) + ((1 - decay) * weight))];
        }

        using (gan.Trainer.ShowAveraged())
        {
            Assert.All(expected.Zip(Values(gan)), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
        }

        Assert.All(expected.Zip(Values(gan)), pair => Assert.NotEqual(pair.First, pair.Second, 1e-4));
    }

    [Fact]
    public void Fit_EndedBeforeItsFirstRound_HasNoAverage()
    {
        using var gan = new TinyGan(new GanTrainerOptions { Ema = Plain });
        using var source = gan.Source();
        using var wrong = new NoiseSource(3);

        Assert.Throws<OperationCanceledException>(() => gan.Trainer.Fit(source, TrainingLength.Rounds(1), cancellationToken: new CancellationToken(canceled: true)));
        Assert.Throws<ArgumentException>(() => gan.Trainer.Fit(wrong, TrainingLength.Rounds(1)));

        Assert.Empty(gan.Trainer.States["ema"].Tensors);
    }

    // A first round that fails leaves the average it began with; the weights set after it are what the next one begins with.
    [Fact]
    public void Fit_WeightsSetAfterAFirstRoundThatFailed_AveragesFromThem()
    {
        using var gan = new TinyGan(new GanTrainerOptions { Ema = new EmaSettings { HalfLife = double.MaxValue, RampUp = null } });
        using var failing = new NoiseSource(2) { Made = (_, samples) => samples.fill_(double.NaN) };
        using var source = gan.Source();
        Assert.Throws<NonFiniteNumberException>(() => gan.Trainer.Fit(failing, TrainingLength.Rounds(1)));
        using (no_grad())
        {
            foreach (var parameter in gan.Generator.parameters())
            {
                parameter.fill_(.25);
            }
        }

        gan.Trainer.Fit(source, TrainingLength.Rounds(1));

        using (gan.Trainer.ShowAveraged())
        {
            Assert.All(Values(gan), value => Assert.Equal(.25, value, 1e-6));
        }
    }

    [Fact]
    public void Fit_Ema_ChangesNothingOfTheTraining() =>
        Weights.AssertSame(TinyGan.Play(10), TinyGan.Play(10, new GanTrainerOptions { Ema = new EmaSettings() }));

    [Fact]
    public void UseEma_Disposed_TheWeightsAreBackBitForBit()
    {
        using var gan = new TinyGan(new GanTrainerOptions { Ema = Plain });
        using var source = gan.Source();
        gan.Trainer.Fit(source, TrainingLength.Rounds(3));
        var trained = gan.Weights;

        var tensors = Footprint.TensorsLeftBy(() =>
        {
            using (gan.Trainer.ShowAveraged())
            {
                Weights.AssertDiffer(trained, gan.Weights);
                Assert.Null(gan.Trainer.ShowAveraged());
            }
        });

        Weights.AssertSame(trained, gan.Weights);
        Assert.Equal(0, tensors);
    }

    [Fact]
    public void UseEma_WithoutAnAverage_LeavesTheGenerator()
    {
        using var without = new TinyGan();
        using var before = new TinyGan(new GanTrainerOptions { Ema = Plain });

        Assert.Null(without.Trainer.ShowAveraged());
        Assert.Null(before.Trainer.ShowAveraged());
    }

    [Fact]
    public void Fit_WhileTheAverageIsShown_IsRefused()
    {
        using var gan = new TinyGan(new GanTrainerOptions { Ema = Plain });
        using var source = gan.Source();
        gan.Trainer.Fit(source, TrainingLength.Rounds(1));
        var trained = gan.Weights;

        using (gan.Trainer.ShowAveraged())
        {
            var failure = Assert.Throws<InvalidOperationException>(() => gan.Trainer.Fit(source, TrainingLength.Rounds(1)));
            Assert.Equal("The models hold their averaged weights. Dispose what ShowAveraged() returned before training on.", failure.Message);
        }

        Weights.AssertSame(trained, gan.Weights);
    }

    [Fact]
    public void Fit_Watched_ShowsTheAverageAndLearnsTheSame()
    {
        var options = new GanTrainerOptions { Ema = Plain, GeneratorOptimizer = new AdamSettings { LearningRate = .05 } };
        using var gan = new TinyGan(options);
        using var source = gan.Source();
        var last = new LastSamples();

        gan.Trainer.Fit(source, TrainingLength.Rounds(6), [last]);

        Weights.AssertSame(TinyGan.Play(6, options), gan.Weights);
        using var plain = new TinyGan(options with { Ema = null });
        var trained = new LastSamples();
        plain.Trainer.Fit(source, TrainingLength.Rounds(6), [trained]);
        Assert.NotEqual(trained.Values, last.Values);
        using (gan.Trainer.ShowAveraged())
        {
            var shown = new LastSamples();
            using var copy = new TinyGan(options with { Ema = null });
            copy.Generator.load_state_dict(gan.Generator.state_dict());
            Assert.Throws<OperationCanceledException>(() => copy.Trainer.Fit(source, TrainingLength.Rounds(1), [shown], new CancellationToken(canceled: true)));
            Assert.Equal(last.Values, shown.Values);
        }
    }

    [Fact]
    public void Fit_NumberOfTensors_StaysTheSame()
    {
        using var gan = new TinyGan(new GanTrainerOptions { Ema = new EmaSettings() });
        using var source = new NoiseSource(2);
        gan.Trainer.Fit(source, TrainingLength.Rounds(3));

        Assert.Equal(0, Footprint.TensorsLeftBy(() => gan.Trainer.Fit(source, TrainingLength.Rounds(20))));
    }

    [Fact]
    public void States_Ema_HoldsTheAverageAsOneTensor()
    {
        using var gan = new TinyGan(new GanTrainerOptions { Ema = Plain });
        using var source = gan.Source();
        gan.Trainer.Fit(source, TrainingLength.Rounds(1));

        var (name, average) = Assert.Single(gan.Trainer.States["ema"].Tensors);

        Assert.Equal("weights", name);
        Assert.Equal(gan.Trainer.Players[1].Parameters.Values.shape, average.shape);
    }

    [Fact]
    public void Create_OutOfRange_NamesEach()
    {
        var failure = Assert.Throws<ArgumentException>(() => new TinyGan(new GanTrainerOptions { Ema = new EmaSettings { HalfLife = -1, RampUp = 0 } }));

        Assert.Equal("GanTrainerOptions: Ema.HalfLife must be at least 0, was -1; Ema.RampUp must be positive, was 0.", failure.Message);
    }

    private static double[] Values(TinyGan gan) => [.. Weights.Of(gan.Generator).Values.SelectMany(values => values)];

    private sealed class LastSamples : TrainingHook
    {
        public float[] Values { get; private set; } = [];

        public override void OnEnd(TrainingEnd end, IReadOnlyList<ISampler> views)
        {
            using var samples = views[0].Sample(5);
            Values = samples.data<float>().ToArray();
        }
    }
}
