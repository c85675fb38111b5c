using Gan.Net.Cli.CommandLine;
using Gan.Net.Imaging;
using Gan.Net.Reporting;

namespace Gan.Net.Cli.Reports;

/// <summary>The formats of animations, by the ending of their file.</summary>
internal static class AnimationFile
{
    /// <exception cref="UserException">The ending names no format.</exception>
    public static Action<IReadOnlyList<PixelImage>> WriterFor(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".png" or ".apng" => frames => AnimatedPng.Write(path, frames),
        _ => throw new UserException($"--animation takes a name that ends in .png or .apng; '{path}' was given."),
    };
}
