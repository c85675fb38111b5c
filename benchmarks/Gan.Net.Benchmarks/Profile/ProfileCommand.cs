using System.Diagnostics;
using Gan.Net.Benchmarks.Peers;
using Gan.Net.Training;

namespace Gan.Net.Benchmarks.Profile;

/// <summary>
/// <c>profile [ROW]</c>: where a round's time goes. Each phase is timed where the trainer calls it: the two networks' forward passes and
/// the optimizer's steps; what is left is the backward passes, the losses and the trainer itself.
/// </summary>
internal static class ProfileCommand
{
    private const double Seconds = 3;

    public static int Run(string? only)
    {
        Console.WriteLine($"{"row",-18}{"round ms",10}{"G forward",11}{"D forward",11}{"optimizers",12}{"rest",8}");
        foreach (var row in PeerRow.All.Where(row => only is null || row.Name == only))
        {
            Print(row);
        }

        return 0;
    }

    private static void Print(PeerRow row)
    {
        var clock = new PhaseClock();
        var (generator, discriminator) = row.Models();
        using var timedGenerator = new TimedGenerator(generator, clock);
        using var timedDiscriminator = new TimedDiscriminator(discriminator, clock);
        using var source = new SliceSource(SliceSource.Many, row.Batch, row.SampleShape);
        using var trainer = new GanTrainer(timedGenerator, timedDiscriminator, row.Options(LatentReuse.Fresh));
        trainer.Fit(source, TrainingLength.Rounds(20));
        var start = Stopwatch.GetTimestamp();
        trainer.Fit(source, TrainingLength.Rounds(5));
        var rounds = (int)Math.Clamp(Seconds * 5 / Stopwatch.GetElapsedTime(start).TotalSeconds, 5, 5000);
        clock.Reset();
        start = Stopwatch.GetTimestamp();
        trainer.Fit(source, TrainingLength.Rounds(rounds));
        var total = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var optimizers = trainer.Players.Sum(player => Optimizer(player, rounds));
        var rest = total - clock.Generator - clock.Discriminator - optimizers;
        Console.WriteLine(FormattableString.Invariant(
            $"{row.Name,-18}{total / rounds * 1000,10:F2}{clock.Generator / total,11:P0}{clock.Discriminator / total,11:P0}{optimizers / total,12:P0}{rest / total,8:P0}"));
    }

    // The gradients of the last round are still there: the same step again costs the same.
    private static double Optimizer(Player player, int times)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < times; i++)
        {
            player.Optimizer.step();
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
