using System.Diagnostics;
using Gan.Net.Dcgan;
using Gan.Net.Reliability.Runner;
using Gan.Net.TestSupport;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Reliability.Checks;

/// <summary>
/// What the guard costs a DCGAN's step: two trainers, one with and one without it, play in turns, and the median of the pairs' ratios
/// counts. Only in the long form: a time says something on a quiet machine alone.
/// </summary>
internal sealed class GuardCostCheck : Check
{
    private const int Batch = 64;
    private const double Most = 1.03;

    public override string Name => "guard-cost";

    public override IEnumerable<Figure> Run(Occasion occasion)
    {
        if (!occasion.IsLong)
        {
            yield return new("the guard's cost", "measured in the long form", "not measured", true);
            yield break;
        }

        const int Pairs = 120;
        using var guarded = new Side(NumericPolicy.Throw);
        using var bare = new Side(NumericPolicy.Unchecked);
        for (var i = 0; i < 5; i++)
        {
            _ = (guarded.Seconds(), bare.Seconds());
        }

        var ratios = new double[Pairs];
        for (var i = 0; i < Pairs; i++)
        {
            double with, without;
            (with, without) = i % 2 == 0 ? (guarded.Seconds(), bare.Seconds()) : Swapped(bare.Seconds(), guarded.Seconds());
            ratios[i] = with / without;
        }

        Array.Sort(ratios);
        var (median, half) = (ratios[Pairs / 2], (ratios[Pairs * 3 / 4] - ratios[Pairs / 4]) / 2);
        yield return new($"{Pairs} pairs of DCGAN 28 rounds, batch {Batch}", "at most 3 %", FormattableString.Invariant($"{(median - 1) * 100:F1} % (quartiles ±{half * 100:F1})"), median <= Most);
    }

    private static (double, double) Swapped(double first, double second) => (second, first);

    private sealed class Side(NumericPolicy policy) : IDisposable
    {
        private readonly DcganGenerator _generator = new(DcganOptions.Mnist28);
        private readonly DcganDiscriminator _discriminator = new(DcganOptions.Mnist28);
        private readonly FixedBatch _source = new();
        private GanTrainer? _trainer;

        public double Seconds()
        {
            _trainer ??= new GanTrainer(_generator, _discriminator, new GanTrainerOptions { NumericPolicy = policy });
            var start = Stopwatch.GetTimestamp();
            _trainer.Fit(_source, TrainingLength.Rounds(2));
            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        public void Dispose()
        {
            _trainer?.Dispose();
            _generator.Dispose();
            _discriminator.Dispose();
            _source.Dispose();
        }
    }

    private sealed class FixedBatch : IBatchSource<Batch>
    {
        private readonly Tensor _samples = rand(GuardCostCheck.Batch, 1, 28, 28).mul_(2).sub_(1);

        public int BatchSize => GuardCostCheck.Batch;

        public long? BatchesPerEpoch => null;

        public Batch GetBatch(long index) => new(_samples.alias());

        public void Dispose() => _samples.Dispose();
    }
}
