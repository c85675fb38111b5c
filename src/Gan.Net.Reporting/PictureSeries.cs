using System.Globalization;

namespace Gan.Net.Reporting;

/// <summary>A folder of pictures named by the round they were drawn in: <c>round-0000100.png</c>. Immutable; reads the folder when asked.</summary>
/// <param name="folder">The folder; it need not be there.</param>
internal sealed class PictureSeries(string folder)
{
    private const string Prefix = "round-";
    private const string Suffix = ".png";

    /// <summary>The pictures that are there, the oldest first; none when there is no folder. Other files are passed over.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public IReadOnlyList<(long Round, string Path)> Find() => !Directory.Exists(folder) ? [] :
    [
        .. Directory.EnumerateFiles(folder, Prefix + "*" + Suffix)
            .Select(path => (Round: RoundOf(Path.GetFileName(path)), path))
            .Where(picture => picture.Round >= 0)
            .OrderBy(picture => picture.Round),
    ];

    /// <summary>Where the picture of a round belongs.</summary>
    public string PathOf(long round) => Path.Combine(folder, FormattableString.Invariant($"{Prefix}{round:D7}{Suffix}"));

    private static long RoundOf(string name) =>
        long.TryParse(name.AsSpan()[Prefix.Length..^Suffix.Length], NumberStyles.None, CultureInfo.InvariantCulture, out var round) ? round : -1;
}
