using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Data;

/// <summary>Points around modes: one of them at random, all equally likely, plus normal noise of one deviation.</summary>
public class GaussianMixtureSource : PointSource
{
    private readonly (double X, double Y)[] _modes;

    /// <summary>Makes the source.</summary>
    /// <param name="modes">The centres, at least one.</param>
    /// <param name="standardDeviation">The noise's deviation along each axis, not negative.</param>
    /// <param name="options">Batch size, seed and device; null for the defaults.</param>
    /// <exception cref="ArgumentException">There is no mode, the deviation is negative or not finite, or an option is out of range.</exception>
    public GaussianMixtureSource(IEnumerable<(double X, double Y)> modes, double standardDeviation, DrawOptions? options = null)
        : base(options)
    {
        _modes = [.. modes];
        new OptionProblems(GetType().Name)
            .AtLeast(_modes.Length, 1, nameof(modes))
            .Require(double.IsFinite(standardDeviation) && standardDeviation >= 0, "must be 0 or more", standardDeviation, nameof(StandardDeviation))
            .ThrowIfAny();
        StandardDeviation = standardDeviation;
        float[] centres = [.. _modes.SelectMany(mode => new[] { (float)mode.X, (float)mode.Y })];
        Modes = tensor(centres, [_modes.Length, 2]).DetachFromDisposeScope();
    }

    /// <summary>The centres, <c>[K, 2]</c> float32 on the CPU, in the order of the labels. The source disposes them.</summary>
    public Tensor Modes { get; }

    /// <summary>The noise's deviation along each axis.</summary>
    public double StandardDeviation { get; }

    /// <summary>The number of modes.</summary>
    public override int Classes => _modes.Length;

    /// <inheritdoc/>
    protected override (double X, double Y, int Label) Draw(SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var label = (int)random.NextInt64(_modes.Length);
        var (x, y) = _modes[label];
        return (x + StandardDeviation * random.NextGaussian(), y + StandardDeviation * random.NextGaussian(), label);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Modes.Dispose();
        }

        base.Dispose(disposing);
    }
}
