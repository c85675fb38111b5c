using Gan.Net.Cli.CommandLine;

namespace Gan.Net.Cli.Evaluation;

/// <summary>Reads the list of metrics.</summary>
internal static class MetricNames
{
    public static readonly string Syntax = string.Join(',', Enum.GetNames<MetricKind>().Select(Written));

    /// <exception cref="UserException">A name is not known, or none is given.</exception>
    public static IReadOnlyList<MetricKind> Parse(string text)
    {
        var kinds = new List<MetricKind>();
        foreach (var name in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var known = Enum.GetValues<MetricKind>().Where(kind => Written($"{kind}") == name).ToArray();
            kinds.Add(known.Length == 1 ? known[0] : throw new UserException($"--metrics takes some of {Syntax}, with commas between; '{text}' was given."));
        }

        return [.. kinds.Distinct()];
    }

    /// <summary>The name of a kind on the command line.</summary>
    public static string Of(MetricKind kind) => Written($"{kind}");

    private static string Written(string kind) => kind.ToLowerInvariant();
}
