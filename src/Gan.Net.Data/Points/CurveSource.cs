namespace Gan.Net.Data;

/// <summary>Points of a curve with normal noise. What the distributions without modes share.</summary>
public abstract class CurveSource : PointSource
{
    /// <summary>Makes the source.</summary>
    /// <param name="noise">The noise's deviation along each axis, not negative.</param>
    /// <param name="options">Batch size, seed and device; null for the defaults.</param>
    /// <exception cref="ArgumentException">The noise or an option is out of range.</exception>
    protected CurveSource(double noise, DrawOptions? options)
        : base(options)
    {
        new OptionProblems(GetType().Name).Require(double.IsFinite(noise) && noise >= 0, "must be 0 or more", noise, nameof(Noise)).ThrowIfAny();
        Noise = noise;
    }

    /// <summary>The noise's deviation along each axis.</summary>
    public double Noise { get; }

    /// <summary>A point of the curve without noise.</summary>
    /// <param name="random">The batch's random numbers.</param>
    /// <returns>The point, and the index of the branch it belongs to.</returns>
    protected abstract (double X, double Y, int Label) DrawOnCurve(SeededRandom random);

    /// <inheritdoc/>
    protected sealed override (double X, double Y, int Label) Draw(SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var (x, y, label) = DrawOnCurve(random);
        return (x + Noise * random.NextGaussian(), y + Noise * random.NextGaussian(), label);
    }
}
