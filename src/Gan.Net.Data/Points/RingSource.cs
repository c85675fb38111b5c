namespace Gan.Net.Data;

/// <summary>Points around modes on a circle.</summary>
public sealed class RingSource : GaussianMixtureSource
{
    /// <summary>Makes the source.</summary>
    /// <param name="ring">The ring; null for the default, PacGAN's.</param>
    /// <param name="options">Batch size, seed and device; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public RingSource(RingOptions? ring = null, DrawOptions? options = null)
        : base(Centres((ring ?? RingOptions.PacGan).Checked()), (ring ?? RingOptions.PacGan).StandardDeviation, options)
    {
    }

    private static IEnumerable<(double X, double Y)> Centres(RingOptions ring) => Enumerable.Range(0, ring.Modes).Select(i => Mode(ring, i));

    private static (double X, double Y) Mode(RingOptions ring, int index)
    {
        var (sine, cosine) = Math.SinCos(Math.Tau * index / ring.Modes);
        return (ring.Radius * cosine, ring.Radius * sine);
    }
}
