namespace Gan.Net.Reporting;

/// <summary>Chooses a few of many so that they stand for all: evenly, the first and the last among them.</summary>
internal static class EvenChoice
{
    /// <summary>At most so many of the items, in their order.</summary>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> items, int most) =>
        items.Count <= most ? items
        : most <= 1 ? [.. items.Skip(items.Count - most)]
        : [.. Enumerable.Range(0, most).Select(i => items[(int)(((long)i * (items.Count - 1) + (most - 1) / 2) / (most - 1))])];
}
