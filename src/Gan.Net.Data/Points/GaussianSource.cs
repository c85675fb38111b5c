namespace Gan.Net.Data;

/// <summary>Points of one normal distribution around the origin: what any GAN should learn.</summary>
public sealed class GaussianSource : GaussianMixtureSource
{
    /// <summary>Makes the source.</summary>
    /// <param name="standardDeviation">The deviation along each axis, not negative. Default 0.5.</param>
    /// <param name="options">Batch size, seed and device; null for the defaults.</param>
    /// <exception cref="ArgumentException">The deviation or an option is out of range.</exception>
    public GaussianSource(double standardDeviation = 0.5, DrawOptions? options = null)
        : base([(0, 0)], standardDeviation, options)
    {
    }
}
