using Gan.Net.Tests.Support;
using Gan.Net.Training;

namespace Gan.Net.Tests.Training;

public sealed class AsyncTrainingTests
{
    [Fact]
    public async Task FitAsync_Run_HasAThreadOfItsOwnAndLearnsTheSame()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        var threads = new HashSet<(int Id, bool Pooled, bool Background)>();
        var hook = new RecordingHook(reported: (_, _) =>
            threads.Add((Environment.CurrentManagedThreadId, Thread.CurrentThread.IsThreadPoolThread, Thread.CurrentThread.IsBackground)));

        var result = await gan.Trainer.FitAsync(source, TrainingLength.Rounds(6), [hook]);

        Assert.Equal(new TrainingResult { Rounds = 6, SamplesSeen = 24 }, result);
        var (id, pooled, background) = Assert.Single(threads);
        Assert.NotEqual(Environment.CurrentManagedThreadId, id);
        Assert.False(pooled);
        Assert.True(background);
        Weights.AssertSame(TinyGan.Play(6), gan.Weights);
    }

    [Fact]
    public async Task FitAsync_HookThrows_TheAwaiterGetsIt()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        var hook = new RecordingHook(reported: (_, _) => throw new InvalidDataException("broken"));

        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => gan.Trainer.FitAsync(source, TrainingLength.Rounds(2), [hook]));

        Assert.Equal("broken", failure.Message);
    }

    [Fact]
    public async Task FitAsync_Cancelled_EndsAsCancelled()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        using var stop = new CancellationTokenSource();
        var hook = new RecordingHook(reported: (report, _) => CancelAt(3, report, stop));

        var run = gan.Trainer.FitAsync(source, TrainingLength.Rounds(1000), [hook], stop.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.True(run.IsCanceled);
        Assert.Equal(3, gan.Trainer.Rounds);
    }

    [Fact]
    public async Task FitReportsAsync_Run_YieldsEachDueReport()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        var rounds = new List<long>();

        await foreach (var report in gan.Trainer.FitReportsAsync(source, TrainingLength.Rounds(10), every: 4))
        {
            rounds.Add(report.Round);
        }

        Assert.Equal([4, 8, 10], rounds);
    }

    [Fact]
    public async Task FitReportsAsync_SlowReader_MissesOldReportsButGetsTheLast()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        var rounds = new List<long>();

        await foreach (var report in gan.Trainer.FitReportsAsync(source, TrainingLength.Rounds(300), every: 1))
        {
            rounds.Add(report.Round);
            SpinWait.SpinUntil(() => Volatile.Read(ref gan.Discriminator.Calls) >= 1 + (3 * 300)); // the first report is in hand until the run's end
        }

        Assert.InRange(rounds.Count, 64, 68); // 64 wait at most; one was in hand, and the last may come while they are read
        Assert.Equal(Enumerable.Range(241, 60).Select(round => (long)round), rounds.TakeLast(60));
        Assert.Equal(rounds.Order(), rounds);
    }

    [Fact]
    public async Task FitReportsAsync_ReaderLeaves_TheRunEndsAndTheTrainerGoesOn()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();

        await foreach (var report in gan.Trainer.FitReportsAsync(source, TrainingLength.Rounds(20_000), every: 1))
        {
            break;
        }

        var reached = gan.Trainer.Rounds;
        Assert.InRange(reached, 1, 19_999);
        gan.Trainer.Fit(source, TrainingLength.Rounds(2));
        Assert.Equal(reached + 2, gan.Trainer.Rounds);
        Weights.AssertSame(TinyGan.Play((int)reached + 2), gan.Weights);
    }

    [Fact]
    public async Task FitReportsAsync_ModelThrows_TheReaderGetsItAfterTheReports()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        gan.Discriminator.Scoring = () =>
        {
            if (gan.Trainer.Rounds == 3)
            {
                throw new InvalidDataException("broken");
            }
        };
        var rounds = new List<long>();

        var failure = await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var report in gan.Trainer.FitReportsAsync(source, TrainingLength.Rounds(9), every: 1))
            {
                rounds.Add(report.Round);
            }
        });

        Assert.Equal("broken", failure.Message);
        Assert.Equal([1, 2, 3], rounds);
    }

    [Fact]
    public async Task FitReportsAsync_Cancelled_ThrowsAfterTheReports()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        using var stop = new CancellationTokenSource();
        var rounds = new List<long>();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var report in gan.Trainer.FitReportsAsync(source, TrainingLength.Rounds(20_000), every: 1, stop.Token))
            {
                rounds.Add(report.Round);
                await stop.CancelAsync();
            }
        });

        Assert.NotEmpty(rounds);
        Assert.InRange(gan.Trainer.Rounds, 1, 19_999);
    }

    private static void CancelAt(long round, TrainingReport report, CancellationTokenSource stop)
    {
        if (report.Round == round)
        {
            stop.Cancel();
        }
    }
}
