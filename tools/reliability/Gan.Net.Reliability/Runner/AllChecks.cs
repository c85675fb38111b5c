namespace Gan.Net.Reliability.Runner;

/// <summary>The checks there are, in the order of the table.</summary>
internal static class AllChecks
{
    public static IReadOnlyList<Check> List { get; } =
    [
    ];
}
