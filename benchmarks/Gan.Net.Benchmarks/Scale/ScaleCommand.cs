using System.Diagnostics;
using Gan.Net.Benchmarks.Peers;
using Gan.Net.Dcgan;
using Gan.Net.Mlp;
using Gan.Net.Training;

namespace Gan.Net.Benchmarks.Scale;

/// <summary><c>scale</c>: milliseconds a round against batch, width, resolution and data-set size, each with the cost per unit.</summary>
internal static class ScaleCommand
{
    private const double Seconds = 1.0;

    public static int Run()
    {
        Series("batch, DCGAN 28", [8, 16, 32, 64, 128], batch => Dcgan(DcganOptions.Mnist28, batch), batch => batch);
        Series("batch, MLP", [16, 64, 256, 1024], Mlp, batch => batch);
        Series("width, DCGAN 28, batch 32", [16, 32, 64, 128], width => Dcgan(DcganOptions.Mnist28 with { Width = width }, 32), width => width * width);
        Series(
            "resolution, DCGAN one channel, batch 8, width 32", [28, 56, 112],
            size => Dcgan(new DcganOptions { ImageSize = size, Channels = 1, Width = 32 }, 8), size => size * size);
        Series("data-set size, MLP, batch 128", [10_000, 40_000, 160_000], DataSet, _ => 1);
        return 0;
    }

    private static void Series(string title, int[] sizes, Func<int, (GanTrainer Trainer, IBatchSource<Batch> Source, IDisposable[] Owned)> make, Func<int, double> unit)
    {
        Console.WriteLine(title);
        Console.WriteLine($"{"size",10}{"ms/round",12}{"us/unit",12}{"growth",10}");
        double? before = null;
        foreach (var size in sizes)
        {
            var (trainer, source, owned) = make(size);
            var milliseconds = Median(trainer, source) * 1000;
            var perUnit = milliseconds * 1000 / unit(size);
            Console.WriteLine(FormattableString.Invariant($"{size,10}{milliseconds,12:F3}{perUnit,12:F4}{(before is double b ? milliseconds / b : 1),10:F2}"));
            before = milliseconds;
            trainer.Dispose();
            source.Dispose();
            Array.ForEach(owned, item => item.Dispose());
        }
    }

    private static double Median(GanTrainer trainer, IBatchSource<Batch> source)
    {
        trainer.Fit(source, TrainingLength.Rounds(3));
        var times = new List<double>();
        var start = Stopwatch.GetTimestamp();
        do
        {
            var round = Stopwatch.GetTimestamp();
            trainer.Fit(source, TrainingLength.Rounds(1));
            times.Add(Stopwatch.GetElapsedTime(round).TotalSeconds);
        }
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < Seconds || times.Count < 5);
        return Measured.Median(times);
    }

    private static (GanTrainer, IBatchSource<Batch>, IDisposable[]) Dcgan(DcganOptions options, int batch)
    {
        var generator = new DcganGenerator(options);
        var discriminator = new DcganDiscriminator(options);
        return (new GanTrainer(generator, discriminator), new SliceSource(SliceSource.Many, batch, [options.Channels, options.ImageSize, options.ImageSize]), [generator, discriminator]);
    }

    private static (GanTrainer, IBatchSource<Batch>, IDisposable[]) Mlp(int batch)
    {
        var generator = new MlpGenerator(MlpOptions.Mnist);
        var discriminator = new MlpDiscriminator(MlpOptions.Mnist);
        return (new GanTrainer(generator, discriminator), new SliceSource(SliceSource.Many, batch, [1, 28, 28]), [generator, discriminator]);
    }

    private static (GanTrainer, IBatchSource<Batch>, IDisposable[]) DataSet(int count)
    {
        var generator = new MlpGenerator(MlpOptions.Mnist);
        var discriminator = new MlpDiscriminator(MlpOptions.Mnist);
        return (new GanTrainer(generator, discriminator), ResidentImages.Source(count, 128), [generator, discriminator]);
    }
}
