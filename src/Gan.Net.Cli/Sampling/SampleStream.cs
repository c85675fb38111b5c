using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Cli.Sampling;

/// <summary>
/// Samples of a generator in evaluation mode, piece by piece. Every piece is drawn whole, so that sample n is the same however many
/// are asked for. A conditional generator draws one class, or all in turn: sample n is of class n mod classes.
/// </summary>
internal static class SampleStream
{
    private const int Piece = 250;

    /// <summary>The samples in pieces <c>[n, ...sample]</c> on the CPU. The caller owns each.</summary>
    public static IEnumerable<Tensor> Pieces(IGenerator generator, long count, long seed, int? label = null)
    {
        generator.Module.eval();
        using var random = new Generator((ulong)seed, CPU);
        for (var made = 0L; made < count; made += Piece)
        {
            yield return Next(generator, random, (made, Math.Min(count - made, Piece)), label);
        }
    }

    /// <summary>All samples at once, <c>[count, ...sample]</c> on the CPU. The caller owns them.</summary>
    public static Tensor Draw(IGenerator generator, int count, long seed, int? label = null)
    {
        using var scope = NewDisposeScope();
        return scope.MoveToOuter(cat([.. Pieces(generator, count, seed, label)]));
    }

    private static Tensor Next(IGenerator generator, Generator random, (long First, long Count) piece, int? label)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var device = generator.Module.parameters().First().device;
        var samples = generator.Generate(generator.Latent.Sample(Piece, random, device), LabelsFrom(piece.First, generator.Condition.ClassCount, label)?.to(device));
        return scope.MoveToOuter(samples.narrow(0, 0, piece.Count).cpu());
    }

    private static Tensor? LabelsFrom(long first, int classes, int? label)
    {
        if (classes == 0)
        {
            return null;
        }

        return label is int one ? full(Piece, one, dtype: ScalarType.Int64) : arange(first, first + Piece, dtype: ScalarType.Int64).remainder(classes);
    }
}
