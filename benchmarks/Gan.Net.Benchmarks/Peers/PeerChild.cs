using System.Buffers.Binary;
using Gan.Net.Data;
using Gan.Net.Dcgan;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Benchmarks.Peers;

/// <summary>Our side and TorchSharp's of the rows that measure a whole process.</summary>
internal static class PeerChild
{
    private const int SampleBatch = 500;

    public static int FirstStep(string name, bool textbook)
    {
        Play(name, textbook, 1);
        Console.WriteLine("done");
        return 0;
    }

    public static int Memory(string name, int steps, bool textbook)
    {
        Play(name, textbook, steps);
        Console.WriteLine(PeakResidentKibibytes());
        return 0;
    }

    /// <summary>Samples digits into a file by our writer.</summary>
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

    /// <summary>The same on TorchSharp alone: all pictures in memory, then the file.</summary>
    public static int SampleTextbook(int count, string file)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var generator = TextbookModels.Digits();
        generator.eval();
        var pictures = new List<Tensor>();
        for (var done = 0; done < count; done += SampleBatch)
        {
            var samples = generator.call(randn(Math.Min(SampleBatch, count - done), 100));
            pictures.Add(((samples + 1) * 127.5).round().clamp(0, 255).to(ScalarType.Byte));
        }

        using var stream = File.Create(file);
        stream.Write([0, 0, 8, 3, .. Big(count), .. Big(28), .. Big(28)]);
        stream.Write(cat(pictures).bytes);
        Console.WriteLine("done");
        return 0;
    }

    private static byte[] Big(int number)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    private static void Play(string name, bool textbook, int steps)
    {
        if (textbook)
        {
            using var game = new TextbookGame(PeerRow.Named(name), LatentReuse.Fresh, slices: 1);
            game.Play(steps);
            return;
        }

        using var peer = new GanNetPeer(PeerRow.Named(name), LatentReuse.Fresh, slices: 1);
        peer.Steps(steps);
    }

    public static long PeakResidentKibibytes() =>
        long.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);
}
