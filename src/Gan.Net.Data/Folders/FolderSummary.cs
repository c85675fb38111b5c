namespace Gan.Net.Data;

/// <summary>What a folder of pictures tells of itself before any is decoded.</summary>
internal static class FolderSummary
{
    /// <summary>Labels by their numbers, the range of pictures, and the digest; a partial one says so.</summary>
    public static DataSummary Of(FolderListing listing)
    {
        var print = FolderFingerprint.Of(listing.Root, listing.Files);
        return new DataSummary
        {
            LabelCounts = listing.ClassNames.Count == 0 ? null : listing.Labels.CountBy(label => (long)label).ToDictionary(pair => pair.Key, pair => (long)pair.Value),
            Range = (-1, 1),
            Digest = (print.IsPartial ? "partial-" : "") + print.Sha256,
        };
    }

    /// <summary>How many pictures of which classes, and one sentence for each reason to leave something out.</summary>
    public static IReadOnlyList<string> Remarks(FolderListing listing)
    {
        var classes = listing.ClassNames.Count == 0 ? "without classes" : $"of {listing.ClassNames.Count} classes ({string.Join(", ", listing.ClassNames.Take(10))}{(listing.ClassNames.Count > 10 ? ", ..." : "")})";
        return [$"{listing.Files.Count} pictures {classes}.", .. listing.LeftOut.Select(left => $"Left out: {left}.")];
    }
}
