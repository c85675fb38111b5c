using System.Diagnostics;
using Gan.Net.Training;

namespace Gan.Net.Benchmarks.Peers;

/// <summary>The textbook loop on TorchSharp, in this process: the same libtorch as ours. Keeps one game at a time.</summary>
internal sealed class TextbookPeer : IPeer
{
    private const int WarmUp = 3;

    private (string Row, LatentReuse Latents)? _key;
    private TextbookGame? _game;

    public string Name => "torchsharp";

    /// <inheritdoc/>
    public double Steps(PeerRow row, LatentReuse latents, int count)
    {
        if (_key != (row.Name, latents))
        {
            _game?.Dispose();
            _game = new TextbookGame(row, latents);
            _key = (row.Name, latents);
            _game.Play(WarmUp);
        }

        var start = Stopwatch.GetTimestamp();
        _game!.Play(count);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public void Dispose() => _game?.Dispose();
}
