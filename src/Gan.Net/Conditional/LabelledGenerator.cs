using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Conditional;

/// <summary>
/// A conditional generator for those who know of no labels, such as metrics and pictures of latents: it is given them here. The generator inside
/// stays its owner's: disposing this does nothing. Not thread-safe.
/// </summary>
public sealed class LabelledGenerator : IGenerator
{
    private readonly IGenerator _inner;
    private readonly int? _label;
    private readonly int _repeat;

    private LabelledGenerator(IGenerator inner, int? label, int repeat)
    {
        ArgumentNullException.ThrowIfNull(inner);
        if (inner.Condition.ClassCount == 0)
        {
            throw new ArgumentException($"{inner.GetType().Name} takes no labels. Use it as it is.", nameof(inner));
        }

        (_inner, _label, _repeat) = (inner, label, repeat);
    }

    /// <inheritdoc/>
    public LatentSpace Latent => _inner.Latent;

    /// <inheritdoc/>
    public nn.Module Module => _inner.Module;

    /// <inheritdoc/>
    public double? Bound => _inner.Bound;

    /// <summary>Gives every sample the same label.</summary>
    /// <param name="inner">A conditional generator.</param>
    /// <param name="label">The label, at least 0 and below its classes.</param>
    /// <exception cref="ArgumentException">The generator takes no labels.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public static LabelledGenerator OfClass(IGenerator inner, int label)
    {
        var labelled = new LabelledGenerator(inner, label, 1);
        return label >= 0 && label < inner.Condition.ClassCount
            ? labelled
            : throw new ArgumentOutOfRangeException(nameof(label), label, $"The generator has {inner.Condition.ClassCount} classes, 0 to {inner.Condition.ClassCount - 1}.");
    }

    /// <summary>Gives the samples of each call the classes in turn, so that all are made equally often.</summary>
    /// <param name="inner">A conditional generator.</param>
    /// <param name="repeat">Samples of a class before the next one's, at least 1. Default 1.</param>
    /// <exception cref="ArgumentException">The generator takes no labels.</exception>
    public static LabelledGenerator InTurn(IGenerator inner, int repeat = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(repeat, 1);
        return new LabelledGenerator(inner, null, repeat);
    }

    /// <inheritdoc/>
    public Tensor Generate(GeneratorInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        Conditions.Refuse(input.Condition, nameof(LabelledGenerator));
        using var scope = NewDisposeScope();
        var latents = input.LatentsFor(nameof(LabelledGenerator));
        return scope.MoveToOuter(_inner.Generate(input.WithCondition(Labels(latents.shape[0], latents.device))));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private Tensor Labels(long count, Device device) => _label is int label
        ? full(count, label, dtype: ScalarType.Int64, device: device)
        : arange(count, dtype: ScalarType.Int64, device: device).div(_repeat, RoundingMode.floor).remainder(_inner.Condition.ClassCount);
}
