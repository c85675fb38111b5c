using Gan.Net.Checkpoints;
using Gan.Net.Tests.Support;
using Gan.Net.Training;

namespace Gan.Net.Tests.Checkpoints;

public sealed class PhasesTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Play_InterruptedInTheSecondPhase_GoesOnBitForBit()
    {
        var expected = Play(Path.Combine(_folder.Path, "whole"), null);
        var folder = Path.Combine(_folder.Path, "broken");

        Assert.Throws<OperationCanceledException>(() => Play(folder, stopAt: 3));
        var resumed = Play(folder, null);

        Weights.AssertSame(expected, resumed);
        Assert.True(Directory.Exists(Path.Combine(folder, "1-alone")));
        Assert.True(Directory.Exists(Path.Combine(folder, "2-game")));
    }

    [Fact]
    public void Of_LengthThatIsNoTotal_IsRefused()
    {
        var failure = Assert.Throws<ArgumentException>("length", () => Phase.Of<Batch>("game", () => null!, () => null!, TrainingLength.Rounds(3)));

        Assert.StartsWith("The length of the phase 'game' is 3 rounds, counted from where the trainer stands. Give a total,", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_TwoOfOneName_IsRefused()
    {
        Phase Named(string name) => Phase.Of<Batch>(name, () => null!, () => null!, TrainingLength.UntilRound(3));

        Assert.Equal("Two phases have the name 'game'. Give each its own. (Parameter 'phases')", Assert.Throws<ArgumentException>(() => new Phases(Named("game"), Named("game"))).Message);
        Assert.Equal("There are no phases; expected at least one. (Parameter 'phases')", Assert.Throws<ArgumentException>(() => new Phases()).Message);
        Assert.Equal("The phase's name is 'a/b'; it becomes a folder's name. Use letters, digits, '-' and '_'. (Parameter 'name')", Assert.Throws<ArgumentException>(() => Named("a/b")).Message);
    }

    // Two phases on one pair of models: plain gradient descent, then Adam with batches of another size.
    private static SortedDictionary<string, double[]> Play(string folder, long? stopAt)
    {
        using var generator = new TinyGenerator();
        using var discriminator = new TinyDiscriminator();
        using var stop = new CancellationTokenSource();
        var first = new GanTrainerOptions { GeneratorOptimizer = new SgdSettings { LearningRate = .1 }, DiscriminatorOptimizer = new SgdSettings { LearningRate = .1 } };
        var phases = new Phases(
            Phase.Of("alone", () => new GanTrainer(generator, discriminator, first), () => new NoiseSource(2), TrainingLength.UntilRound(4)),
            Phase.Of(
                "game", () => new GanTrainer(generator, discriminator), () => new NoiseSource(2) { BatchSize = 6 }, TrainingLength.UntilRound(5),
                _ => [new RecordingHook(reported: (report, _) => StopAt(report))]));
        phases.Play(folder, stop.Token);
        return Weights.Of(generator, discriminator);

        void StopAt(TrainingReport report)
        {
            if (report.Round == stopAt)
            {
                stop.Cancel();
            }
        }
    }
}
