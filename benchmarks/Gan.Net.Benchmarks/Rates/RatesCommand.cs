using System.Diagnostics;
using System.Globalization;
using Gan.Net.Benchmarks.Peers;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Benchmarks.Rates;

/// <summary>
/// <c>rates [--device cuda] [--row NAME] [--seconds S]</c>: real images a second of each row's game on a device, in float32, on CUDA also
/// with products in TF32, and with weights and samples in bfloat16. A time ends when the device has done its work.
/// </summary>
internal static class RatesCommand
{
    private const int Turns = 5;

    public static int Run(string[] args)
    {
        var where = Value(args, "--device") ?? "cpu";
        var only = Value(args, "--row");
        var seconds = double.Parse(Value(args, "--seconds") ?? "1", CultureInfo.InvariantCulture);
        if (where.StartsWith("cuda", StringComparison.Ordinal) && !cuda.is_available())
        {
            Console.Error.WriteLine("This machine or this libtorch has no CUDA device; leave out --device cuda.");
            return 2;
        }

        var place = device(where);
        Console.WriteLine($"images a second on {place}, fresh latents; median of {Turns} turns of {seconds.ToString(CultureInfo.InvariantCulture)} s ± half its quartile distance");
        foreach (var row in PeerRow.All.Where(row => only is null || row.Name == only))
        {
            Print(row, place, "float32", ScalarType.Float32, false, seconds);
            if (place.type == DeviceType.CUDA)
            {
                Print(row, place, "tf32", ScalarType.Float32, true, seconds);
            }

            Print(row, place, "bfloat16", ScalarType.BFloat16, false, seconds);
        }

        return 0;
    }

    private static void Print(PeerRow row, Device place, string name, ScalarType type, bool tf32, double seconds)
    {
        backends.cuda.matmul.allow_tf32 = tf32;
        backends.cudnn.allow_tf32 = tf32;
        using var game = new DeviceGame(row, place, type);
        var count = 1;
        if (!game.CanPlay())
        {
            Console.WriteLine($"{row.Name,-18}{name,-10}           - (libtorch {__version__} does not have an operator of it in this type on {place})");
            return;
        }

        var one = game.Seconds(count);
        while (one < seconds / 4)
        {
            count *= 2;
            one = game.Seconds(count);
        }

        count = (int)Math.Max(1, count * seconds / one);
        var rates = Enumerable.Range(0, Turns).Select(_ => row.Batch * count / game.Seconds(count)).Order().ToArray();
        var spread = (rates[^2] - rates[1]) / 2;
        Console.WriteLine(FormattableString.Invariant($"{row.Name,-18}{name,-10}{rates[Turns / 2],12:F0} ± {spread,-8:F0}{1000 * row.Batch / rates[Turns / 2],10:F3} ms a round"));
    }

    private static string? Value(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    /// <summary>One row's game on a device, in a type.</summary>
    private sealed class DeviceGame : IDisposable
    {
        private readonly Device _device;
        private readonly IGenerator _generator;
        private readonly IDiscriminator _discriminator;
        private readonly SliceSource _source;
        private readonly GanTrainer _trainer;

        public DeviceGame(PeerRow row, Device place, ScalarType type)
        {
            _device = place;
            (_generator, _discriminator) = row.Models();
            _generator.Module.to(place).to(type);
            _discriminator.Module.to(place).to(type);
            _source = new SliceSource(SliceSource.Many, row.Batch, row.SampleShape, place, type);
            _trainer = new GanTrainer(type == ScalarType.Float32 ? _generator : new ConvertedGenerator(_generator, type), _discriminator, row.Options(LatentReuse.Fresh));
        }

        // libtorch lacks operators in bfloat16 on some devices, and says so at the first forward pass.
        public bool CanPlay()
        {
            try
            {
                Seconds(1);
                return true;
            }
            catch (ArgumentException)
            {
                return false;
            }
        }

        public double Seconds(int rounds)
        {
            Wait();
            var start = Stopwatch.GetTimestamp();
            _trainer.Fit(_source, TrainingLength.Rounds(rounds));
            Wait();
            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        public void Dispose()
        {
            _trainer.Dispose();
            _source.Dispose();
            _generator.Dispose();
            _discriminator.Dispose();
        }

        private void Wait()
        {
            if (_device.type == DeviceType.CUDA)
            {
                cuda.synchronize(_device);
            }
        }
    }
}
