using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Cli.Sampling;

/// <summary>
/// Samples of a generator in evaluation mode, piece by piece. Every piece is drawn whole, so that sample n is the same however many
/// are asked for.
/// </summary>
internal static class SampleStream
{
    private const int Piece = 250;

    /// <summary>The samples in pieces <c>[n, ...sample]</c> on the CPU. The caller owns each.</summary>
    public static IEnumerable<Tensor> Pieces(IGenerator generator, long count, long seed)
    {
        generator.Module.eval();
        using var random = new Generator((ulong)seed, CPU);
        for (var left = count; left > 0; left -= Piece)
        {
            yield return Next(generator, random, Math.Min(left, Piece));
        }
    }

    /// <summary>All samples at once, <c>[count, ...sample]</c> on the CPU. The caller owns them.</summary>
    public static Tensor Draw(IGenerator generator, int count, long seed)
    {
        using var scope = NewDisposeScope();
        return scope.MoveToOuter(cat([.. Pieces(generator, count, seed)]));
    }

    private static Tensor Next(IGenerator generator, Generator random, long count)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var device = generator.Module.parameters().First().device;
        var samples = generator.Generate(generator.Latent.Sample(Piece, random, device));
        return scope.MoveToOuter(samples.narrow(0, 0, count).cpu());
    }
}
