using Gan.Net.Data;
using Gan.Net.Dcgan;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Benchmarks.Peers;

/// <summary>Our side of the rows that measure a whole process.</summary>
internal static class PeerChild
{
    private const int SampleBatch = 500;

    public static int FirstStep(string name)
    {
        using var peer = new GanNetPeer(PeerRow.Named(name), LatentReuse.Fresh, slices: 1);
        peer.Steps(1);
        Console.WriteLine("done");
        return 0;
    }

    public static int Memory(string name, int steps)
    {
        using var peer = new GanNetPeer(PeerRow.Named(name), LatentReuse.Fresh, slices: 1);
        peer.Steps(steps);
        Console.WriteLine(PeakResidentKibibytes());
        return 0;
    }

    public static int Sample(int count, string file)
    {
        using var generator = new DcganGenerator(DcganOptions.Mnist28);
        generator.eval();
        using var random = new Generator(1, CPU);
        using var still = no_grad();
        using var writer = new IdxWriter(file, count, 28, 28);
        for (var done = 0; done < count; done += SampleBatch)
        {
            using var scope = NewDisposeScope();
            var size = Math.Min(SampleBatch, count - done);
            writer.Append(generator.Generate(generator.Latent.Sample(size, random)));
        }

        writer.Commit();
        Console.WriteLine("done");
        return 0;
    }

    public static long PeakResidentKibibytes() =>
        long.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);
}
