using System.IO.Compression;

namespace Gan.Net.EngineTraps.Traps;

/// <summary>What .NET's own library does, where training meets it.</summary>
internal static class RuntimeTraps
{
    public static IReadOnlyList<Trap> List { get; } =
    [
        new() { Row = "GZipStream, ZLibStream, DeflateStream", Call = "GZipStream over a stream cut short", Observed = "fewer bytes, and nothing says so", Try = () => Cut(stream => new GZipStream(stream, CompressionLevel.Fastest, true), stream => new GZipStream(stream, CompressionMode.Decompress)) },
        new() { Row = "GZipStream, ZLibStream, DeflateStream", Call = "ZLibStream over a stream cut short", Observed = "fewer bytes, and nothing says so", Try = () => Cut(stream => new ZLibStream(stream, CompressionLevel.Fastest, true), stream => new ZLibStream(stream, CompressionMode.Decompress)) },
        new() { Row = "GZipStream, ZLibStream, DeflateStream", Call = "DeflateStream over a stream cut short", Observed = "fewer bytes, and nothing says so", Try = () => Cut(stream => new DeflateStream(stream, CompressionLevel.Fastest, true), stream => new DeflateStream(stream, CompressionMode.Decompress)) },
        new() { Row = "Progress<T>", Call = "Progress<T> without a context", Observed = "heard on another thread", Try = Reported },
    ];

    private static string Cut(Func<Stream, Stream> pack, Func<Stream, Stream> unpack)
    {
        var bytes = new byte[10_000];
        new Random(1).NextBytes(bytes);
        var packed = new MemoryStream();
        using (var writer = pack(packed))
        {
            writer.Write(bytes);
        }

        var read = new MemoryStream();
        using var reader = unpack(new MemoryStream(packed.ToArray()[..5_000]));
        reader.CopyTo(read);
        return read.Length < bytes.Length ? "fewer bytes, and nothing says so" : "all bytes";
    }

    private static string Reported()
    {
        using var heard = new ManualResetEventSlim();
        var thread = 0;
        IProgress<int> progress = new Progress<int>(_ =>
        {
            thread = Environment.CurrentManagedThreadId;
            heard.Set();
        });
        progress.Report(1);
        heard.Wait(TimeSpan.FromSeconds(30));
        return thread == Environment.CurrentManagedThreadId ? "heard at once" : "heard on another thread";
    }
}
