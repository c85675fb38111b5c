using Gan.Net.Tests.Support;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Training;

/// <summary>Two trainers on two threads stand for two processes.</summary>
public sealed class CollectiveTests
{
    [Fact]
    public void Fit_TwoProcesses_HoldTheSameWeightsAndCountAllSamples()
    {
        using var pair = new TwoThreads();
        var ends = new (SortedDictionary<string, double[]> Weights, TrainingResult Result, long[] Drawn)[2];
        Exception? failure = null;
        var threads = Enumerable.Range(0, 2).Select(rank => new Thread(() =>
        {
            try
            {
                ends[rank] = Play(pair.Of(rank));
            }
            catch (Exception error)
            {
                failure = error;
                pair.Abort();
            }
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        Assert.Null(failure);
        Weights.AssertSame(ends[0].Weights, ends[1].Weights);
        Assert.Equal(48, ends[0].Result.SamplesSeen);
        Assert.Equal(ends[0].Result, ends[1].Result);
        Assert.Equal([0L, 2, 4, 6, 8, 10], ends[0].Drawn.Skip(1));
        Assert.Equal([1L, 3, 5, 7, 9, 11], ends[1].Drawn.Skip(1));
    }

    // Weights differ at the start; process 0's count.
    private static (SortedDictionary<string, double[]>, TrainingResult, long[]) Play(ICollective collective)
    {
        using var generator = new TinyGenerator((ulong)(40 + collective.Rank));
        using var discriminator = new TinyDiscriminator((ulong)(50 + collective.Rank));
        using var trainer = new GanTrainer(generator, discriminator, new GanTrainerOptions { Collective = collective });
        var drawn = new List<long>();
        using var source = new NoiseSource(2) { Drawing = drawn.Add };
        var result = trainer.Fit(source, TrainingLength.Rounds(6));
        return (Weights.Of(generator, discriminator), result, [.. drawn]);
    }

    private sealed class TwoThreads : IDisposable
    {
        private readonly Barrier _barrier = new(2);
        private readonly float[][] _values = new float[2][];
        private readonly bool[] _flags = new bool[2];
        private readonly CancellationTokenSource _abort = new();

        public ICollective Of(int rank) => new Side(this, rank);

        public void Dispose()
        {
            _barrier.Dispose();
            _abort.Dispose();
        }

        public void Abort() => _abort.Cancel();

        private void Meet() => _barrier.SignalAndWait(_abort.Token);

        private sealed class Side(TwoThreads pair, int rank) : ICollective
        {
            public int Rank => rank;

            public int Size => 2;

            public void Sum(Tensor values) => Exchange(values, (first, second) => first + second);

            public void Broadcast(Tensor values) => Exchange(values, (first, _) => first);

            public bool Any(bool flag)
            {
                pair._flags[rank] = flag;
                pair.Meet();
                var any = pair._flags[0] || pair._flags[1];
                pair.Meet();
                return any;
            }

            private void Exchange(Tensor values, Func<float, float, float> join)
            {
                using var scope = NewDisposeScope();
                using var still = no_grad();
                pair._values[rank] = values.detach().contiguous().data<float>().ToArray();
                pair.Meet();
                var joined = pair._values[0].Zip(pair._values[1], join).ToArray();
                pair.Meet();
                values.copy_(tensor(joined).view(values.shape));
            }
        }
    }
}
