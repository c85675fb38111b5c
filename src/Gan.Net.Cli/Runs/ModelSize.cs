using Gan.Net.Dcgan;
using Gan.Net.Mlp;

namespace Gan.Net.Cli.Runs;

/// <summary>
/// Counts weights before they are made, so that a config.json from elsewhere cannot ask for more memory than the run's own files take.
/// </summary>
internal static class ModelSize
{
    /// <summary>The weights of a run's generator, biases and norms left out: never more than it has. A number too large for anything counts as such.</summary>
    public static double OfGenerator(RunConfig config) => config switch
    {
        { Mlp: { Latent: { } latent, GeneratorWidths: { } widths, SampleShape: { } shape } } =>
            OfLayers([latent.Size, .. widths, shape.Aggregate(1.0, (product, size) => product * size)]),
        { Dcgan: { Latent: { } latent } dcgan } => OfGenerator(dcgan, latent.Size),
        _ => 0,
    };

    private static double OfLayers(double[] widths) => widths.Zip(widths.Skip(1), (from, to) => from * to).Sum();

    // A projection to the smallest map, then for each doubling a convolution of 4 by 4 to half as many channels, the last to the image's.
    private static double OfGenerator(DcganOptions options, double latent)
    {
        const int Kernel = 16;
        var (smallest, stages) = ((double)options.ImageSize, 0);
        for (; smallest > 7; stages++)
        {
            smallest /= 2;
        }

        var channels = options.Width * Math.Pow(2, stages - 1);
        var count = latent * channels * smallest * smallest;
        for (var stage = 1; stage < stages; stage++, channels /= 2)
        {
            count += channels * channels / 2 * Kernel;
        }

        return count + channels * options.Channels * Kernel;
    }
}
