namespace Gan.Net.Data;

/// <summary>
/// Two half circles of radius 1 that reach into each other: the upper around (-0.5, -0.25), label 0, and the lower around
/// (0.5, 0.25), label 1. Both are equally likely, points uniform along each.
/// </summary>
public sealed class TwoMoonsSource : CurveSource
{
    /// <summary>Makes the source.</summary>
    /// <param name="noise">The noise's deviation along each axis, not negative. Default 0.05.</param>
    /// <param name="options">Batch size, seed and device; null for the defaults.</param>
    /// <exception cref="ArgumentException">The noise or an option is out of range.</exception>
    public TwoMoonsSource(double noise = 0.05, DrawOptions? options = null)
        : base(noise, options)
    {
    }

    /// <summary>2, one for each moon.</summary>
    public override int Classes => 2;

    /// <inheritdoc/>
    protected override (double X, double Y, int Label) DrawOnCurve(SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var label = (int)random.NextInt64(2);
        var (sine, cosine) = Math.SinCos(Math.PI * random.NextDouble());
        return label == 0 ? (cosine - 0.5, sine - 0.25, label) : (0.5 - cosine, 0.25 - sine, label);
    }
}
