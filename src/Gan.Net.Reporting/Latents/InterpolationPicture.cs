using Gan.Net.Imaging;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Reporting;

/// <summary>
/// Draws what a generator makes on the way from one latent to another: a row for each pair, the pair's own samples at its ends. The
/// same generator, seed and options give the same picture.
/// </summary>
public static class InterpolationPicture
{
    /// <summary>Draws the ways.</summary>
    /// <param name="generator">Makes pictures <c>[N, 1 or 3, H, W]</c>; used in evaluation mode, and left in the mode it was in. The caller owns it.</param>
    /// <param name="options">How many, which, and how; null for the defaults.</param>
    /// <exception cref="ArgumentException">The generator makes no pictures, or an option is out of range.</exception>
    public static PixelImage Draw(IGenerator generator, InterpolationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(generator);
        options = (options ?? new InterpolationOptions()).Checked();
        using var scope = NewDisposeScope();
        using var still = no_grad();
        using var mode = new EvaluationMode(generator.Module);
        using var random = new Generator(unchecked((ulong)options.Seed), CPU);
        var device = generator.Module.parameters().FirstOrDefault()?.device ?? CPU;
        var from = generator.Latent.Sample(options.Pairs, random, device);
        var to = generator.Latent.Sample(options.Pairs, random, device);
        var path = options.Path ?? (generator.Latent.Prior == LatentPrior.Normal ? LatentPath.Spherical : LatentPath.Linear);
        var latents = LatentInterpolation.Between(from, to, options.Steps, path).reshape(-1, generator.Latent.Size);
        return SampleGrid.Draw(generator.Generate(latents), options.Grid with { Columns = options.Steps });
    }

    /// <summary>Draws the ways into a file of the format its name ends with (.png, .jpg, .webp); one that is there is replaced in a single step.</summary>
    /// <param name="path">The file.</param>
    /// <param name="generator">Makes pictures <c>[N, 1 or 3, H, W]</c>.</param>
    /// <param name="options">How many, which, and how; null for the defaults.</param>
    /// <exception cref="ArgumentException">The generator makes no pictures, or an option is out of range.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, IGenerator generator, InterpolationOptions? options = null) => PictureFile.Write(Draw(generator, options), path);
}
