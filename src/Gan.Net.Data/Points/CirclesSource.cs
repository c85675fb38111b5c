namespace Gan.Net.Data;

/// <summary>Two circles around the origin: radius 1, label 0, and radius 0.5, label 1. Both are equally likely, points uniform along each.</summary>
public sealed class CirclesSource : CurveSource
{
    /// <summary>Makes the source.</summary>
    /// <param name="noise">The noise's deviation along each axis, not negative. Default 0.03.</param>
    /// <param name="options">Batch size, seed and device; null for the defaults.</param>
    /// <exception cref="ArgumentException">The noise or an option is out of range.</exception>
    public CirclesSource(double noise = 0.03, DrawOptions? options = null)
        : base(noise, options)
    {
    }

    /// <summary>2, one for each circle.</summary>
    public override int Classes => 2;

    /// <inheritdoc/>
    protected override (double X, double Y, int Label) DrawOnCurve(SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var label = (int)random.NextInt64(2);
        var radius = label == 0 ? 1 : 0.5;
        var (sine, cosine) = Math.SinCos(Math.Tau * random.NextDouble());
        return (radius * cosine, radius * sine, label);
    }
}
