using Gan.Net.Cli.CommandLine;

namespace Gan.Net.Cli.Sampling;

/// <summary>Tells formats by the names of files.</summary>
internal static class SampleFormats
{
    private static readonly (string End, SampleFormat Format)[] _known =
    [
        (".png", SampleFormat.Picture), (".jpg", SampleFormat.Picture), (".jpeg", SampleFormat.Picture), (".webp", SampleFormat.Picture),
        (".idx", SampleFormat.Idx), (".idx.gz", SampleFormat.Idx), (".csv", SampleFormat.Csv),
    ];

    /// <exception cref="UserException">The name has another ending, or names a folder.</exception>
    public static SampleFormat Of(string path)
    {
        if (Directory.Exists(path))
        {
            throw new UserException($"--out names a file; '{path}' is a folder.");
        }

        foreach (var (end, format) in _known)
        {
            if (path.EndsWith(end, StringComparison.OrdinalIgnoreCase))
            {
                return format;
            }
        }

        throw new UserException($"--out takes a name that ends in .png, .jpg, .webp, .idx, .idx.gz or .csv; '{path}' was given.");
    }
}
