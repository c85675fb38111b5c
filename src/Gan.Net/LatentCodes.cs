using System.Globalization;
using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net;

/// <summary>
/// What the last coordinates of a latent mean, for generators whose samples should show it (InfoGAN, Chen et al. 2016): first each category, one
/// number for each of its values, one of them 1 and the rest 0; then the continuous codes, each from U(-1, 1). Immutable, holds no tensor.
/// </summary>
public sealed record LatentCodes
{
    /// <summary>MNIST's in the paper: ten values of one category, and two continuous codes.</summary>
    public static LatentCodes Mnist { get; } = new() { Categories = [10], Continuous = 2 };

    /// <summary>How many values each category has, each at least 2. Default none.</summary>
    public IReadOnlyList<int> Categories { get; init; } = [];

    /// <summary>Continuous codes, at least 0. Default 0.</summary>
    public int Continuous { get; init; }

    /// <summary>Coordinates that the codes take up.</summary>
    public int Size => Categories.Sum() + Continuous;

    /// <summary>What one draw of all codes tells, H(c), in nats: Σ ln K over the categories and ln 2 for each continuous code.</summary>
    public double Entropy => Categories.Sum(values => Math.Log(values)) + Continuous * Math.Log(2);

    /// <summary>Draws codes <c>[count, Size]</c> of type float32 on the CPU. The caller owns the result.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="generator">Where the randomness comes from; a CPU generator.</param>
    public Tensor Sample(long count, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        using var scope = NewDisposeScope();
        var parts = Categories.Select(values => nn.functional.one_hot(randint(values, [count], ScalarType.Int64, generator: generator), values).to(ScalarType.Float32)).ToList();
        if (Continuous > 0)
        {
            parts.Add(Draw.Uniform([count, Continuous], generator).mul_(2).sub_(1));
        }

        return scope.MoveToOuter(cat(parts, 1));
    }

    /// <summary>
    /// log Q(c|x) of codes under what a head tells of the samples made from them, <c>[N]</c>: categories by a softmax, continuous codes by a normal
    /// distribution of variance 1 around what is told.
    /// </summary>
    /// <param name="codes">The codes, <c>[N, Size]</c>.</param>
    /// <param name="told">What the head told, <c>[N, Size]</c>: logits, then means.</param>
    /// <exception cref="ArgumentException">Codes and what is told have other sizes.</exception>
    public Tensor LogLikelihood(Tensor codes, Tensor told)
    {
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(told);
        if (codes.ndim != 2 || codes.shape[1] != Size || !told.shape.AsSpan().SequenceEqual(codes.shape))
        {
            throw new ArgumentException(
                $"The codes are [{string.Join(", ", codes.shape)}] and what is told of them [{string.Join(", ", told.shape)}]; expected [N, {Size}] of both.", nameof(told));
        }

        var total = zeros_like(codes.select(1, 0));
        var at = 0L;
        foreach (var values in Categories)
        {
            total = total.add(told.narrow(1, at, values).log_softmax(1).mul(codes.narrow(1, at, values)).sum(1));
            at += values;
        }

        return Continuous == 0
            ? total
            : total.sub(told.narrow(1, at, Continuous).sub(codes.narrow(1, at, Continuous)).square().add(Math.Log(2 * Math.PI)).mul(.5).sum(1));
    }

    // Settings are compared by their texts, and a list's own would be its type.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Categories = [{string.Join(", ", Categories)}], Continuous = {Continuous}");
        return true;
    }

    internal void Validate(OptionProblems problems) => problems
        .Require(Size > 0, "must have a category or a continuous code", Size, "Codes")
        .Require(Categories.All(values => values >= 2), "must be at least 2 each", $"[{string.Join(", ", Categories)}]", "Codes.Categories")
        .AtLeast(Continuous, 0, "Codes.Continuous");
}
