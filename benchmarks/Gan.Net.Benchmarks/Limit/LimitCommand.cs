using System.Diagnostics;
using Gan.Net.Benchmarks.Peers;
using Gan.Net.Dcgan;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Benchmarks.Limit;

/// <summary>
/// <c>limit</c>: the arithmetic a DCGAN step achieves, beside the machine's rates for a matrix product and for convolutions of the
/// step's own shapes, measured in the same run.
/// </summary>
internal static class LimitCommand
{
    private const int Pairs = 7;

    public static int Run()
    {
        var product = Rate(2.0 * 1024 * 1024 * 1024, MatrixProduct());
        Console.WriteLine(FormattableString.Invariant($"matrix product 1024 x 1024 x 1024: {product:F1} GFLOP/s"));
        foreach (var (name, options, batch) in new[] { ("DCGAN 28, batch 64", DcganOptions.Mnist28, 64), ("DCGAN 64, batch 32", DcganOptions.Paper64, 32) })
        {
            Step(name, options, batch, product);
        }

        return 0;
    }

    private static void Step(string name, DcganOptions options, int batch, double product)
    {
        using var generator = new DcganGenerator(options);
        using var discriminator = new DcganDiscriminator(options);
        using var source = new SliceSource(SliceSource.Many, batch, [options.Channels, options.ImageSize, options.ImageSize]);
        using var trainer = new GanTrainer(generator, discriminator, new GanTrainerOptions { Latents = LatentReuse.Shared });
        trainer.Fit(source, TrainingLength.Rounds(3));
        var convolutions = new List<double>();
        var steps = new List<double>();
        for (var pair = 0; pair < Pairs; pair++)
        {
            convolutions.Add(ConvolutionRate(options, batch));
            var start = Stopwatch.GetTimestamp();
            trainer.Fit(source, TrainingLength.Rounds(2));
            steps.Add(2 * StepWork(options, batch) / Stopwatch.GetElapsedTime(start).TotalSeconds / 1e9);
        }

        var (step, convolution) = (Measured.Median(steps), Measured.Median(convolutions));
        Console.WriteLine(FormattableString.Invariant(
            $"{name}: step {step:F1} GFLOP/s; its convolutions alone {convolution:F1}; step/convolution {step / convolution:P0}, step/product {step / product:P0}"));
    }

    // Shared latents: G once forward and backward (weights, and inputs but the first); D forward on real, fake and for G; backward
    // to weights twice and to inputs of all but the first layer twice; for G's step to all inputs and no weights.
    private static double StepWork(DcganOptions options, int batch)
    {
        var layers = Layers(options);
        var all = layers.Sum();
        var inner = all - layers[0];
        var generator = all + all + inner;
        var discriminator = (3 * all) + (2 * all) + (2 * inner) + all;
        return 2.0 * batch * (generator + discriminator);
    }

    // Multiply-adds of one image in each of the discriminator's convolutions; the generator's mirror them but for the first.
    private static List<double> Layers(DcganOptions options)
    {
        var work = new List<double>();
        double from = options.Channels, to = options.Width, size = options.ImageSize;
        while (size > 7)
        {
            size /= 2;
            work.Add(from * to * 16 * size * size);
            (from, to) = (to, to * 2);
        }

        work.Add(from * size * size);
        return work;
    }

    private static double ConvolutionRate(DcganOptions options, int batch)
    {
        using var scope = NewDisposeScope();
        var size = options.ImageSize / 2;
        var input = rand(batch, options.Width, size, size).requires_grad_();
        var weight = rand(options.Width * 2, options.Width, 4, 4).requires_grad_();
        var work = 3 * 2.0 * batch * options.Width * options.Width * 2 * 16 * (size / 2) * (size / 2);
        return Rate(work, () =>
        {
            using var inner = NewDisposeScope();
            nn.functional.conv2d(input, weight, strides: [2, 2], padding: [1, 1]).sum().backward();
        }, 3);
    }

    private static Action MatrixProduct()
    {
        var a = rand(1024, 1024);
        var b = rand(1024, 1024);
        return () => a.mm(b).Dispose();
    }

    private static double Rate(double work, Action action, int times = 9)
    {
        action();
        var seconds = new List<double>();
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return work / Measured.Median(seconds) / 1e9;
    }
}
