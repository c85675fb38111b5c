namespace Gan.Net.Data;

/// <summary>
/// A rolled-up line: <c>t (cos t, sin t) / 7.5</c> with t uniform in [1.5π, 4.5π], so within about -1.5 to 1.9 along each axis. One label for all.
/// </summary>
public sealed class SwissRollSource : CurveSource
{
    private const double Scale = 7.5;

    /// <summary>Makes the source.</summary>
    /// <param name="noise">The noise's deviation along each axis, not negative. Default 0.25 / 7.5, a 25th of the gap between windings.</param>
    /// <param name="options">Batch size, seed and device; null for the defaults.</param>
    /// <exception cref="ArgumentException">The noise or an option is out of range.</exception>
    public SwissRollSource(double noise = 0.25 / Scale, DrawOptions? options = null)
        : base(noise, options)
    {
    }

    /// <summary>1: the roll is one line.</summary>
    public override int Classes => 1;

    /// <inheritdoc/>
    protected override (double X, double Y, int Label) DrawOnCurve(SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var t = 1.5 * Math.PI * (1 + 2 * random.NextDouble());
        var (sine, cosine) = Math.SinCos(t);
        return (t * cosine / Scale, t * sine / Scale, 0);
    }
}
