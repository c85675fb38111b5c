using System.Diagnostics;
using System.Globalization;
using Gan.Net.Data;
using Gan.Net.Imaging;

namespace Gan.Net.Benchmarks.Folders;

/// <summary>
/// A folder of pictures as a source of batches: seconds until the first batch, samples a second against decoding and resizing alone on as many threads, and
/// memory. Pictures: <c>dotnet run tools/make-pictures.cs</c>.
/// </summary>
internal static class FolderCommand
{
    private const int BatchSize = 64;
    private const int Blocks = 10;

    /// <summary>Arguments: the folder, and how many batches in each of ten blocks (20 unless told).</summary>
    public static int Run(string[] arguments)
    {
        var batches = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 20;
        var options = new ImageFolderOptions { Size = PictureSize.Square(64), RandomFlip = true };
        var start = Process.GetCurrentProcess().StartTime;
        var clock = Stopwatch.StartNew();
        var pictures = ImageFolder.Read(arguments[0], options);
        var opened = clock.Elapsed;
        using var source = new BatchSource(pictures, new BatchSourceOptions { BatchSize = BatchSize, Seed = 1 });
        source.GetBatch(0).Dispose();
        Say($"{pictures.Count:N0} pictures, {pictures.Classes} classes");
        Say($"opened after {opened.TotalSeconds:F2} s; first batch {clock.Elapsed.TotalSeconds:F2} s; from the start of the process {(DateTime.Now - start).TotalSeconds:F2} s");
        Say($"peak memory then {PeakMegabytes():F0} MB");

        // In turn: on a machine that others use, both see the same of it.
        var (through, alone) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var block = 0; block < Blocks; block++)
        {
            through += Through(source, 1 + block * batches, batches);
            alone += Alone(pictures, block * batches * BatchSize, batches * BatchSize, options);
        }

        var count = (double)Blocks * batches * BatchSize;
        Say($"{count / through.TotalSeconds:F0} samples/s through the source, {count / alone.TotalSeconds:F0} by decoding and resizing alone: {alone / through:P0}");
        Say($"peak memory after {Blocks * batches} batches {PeakMegabytes():F0} MB");

        clock.Restart();
        var fingerprint = pictures.Fingerprint();
        Say($"fingerprint in {clock.Elapsed.TotalSeconds:F2} s: {fingerprint}");
        return 0;
    }

    private static TimeSpan Through(BatchSource source, int first, int batches)
    {
        var clock = Stopwatch.StartNew();
        for (var i = first; i < first + batches; i++)
        {
            source.GetBatch(i).Dispose();
        }

        return clock.Elapsed;
    }

    private static TimeSpan Alone(ImageFolder pictures, int first, int count, ImageFolderOptions options)
    {
        var size = options.Size!.Value;
        var threads = Math.Clamp(Environment.ProcessorCount - 1, 1, 16) + 1;
        var clock = Stopwatch.StartNew();
        Parallel.For(first, first + count, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
        {
            var image = PictureFile.Read(pictures.PathOf(i * 7919L % pictures.Count), new PictureReadOptions { Needed = size });
            var side = Math.Min(image.Width, image.Height);
            image.CropCentre(PictureSize.Square(side)).Resize(size);
        });
        return clock.Elapsed;
    }

    private static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));

    private static double PeakMegabytes() => OperatingSystem.IsLinux()
        ? double.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))[6..^2].Trim(), CultureInfo.InvariantCulture) / 1024
        : Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0;
}
