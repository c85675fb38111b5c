using System.Globalization;
using Gan.Net.Evaluation;

namespace Gan.Net.Cli.Evaluation;

/// <summary>Prints results under each other: protocol, value, deviation.</summary>
internal static class ResultTable
{
    public static void Print(IReadOnlyList<MetricResult> results)
    {
        var width = results.Max(result => result.Name.Length);
        foreach (var result in results)
        {
            var error = result.Error is double deviation ? string.Create(CultureInfo.InvariantCulture, $" ± {deviation:G3}") : "";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Name.PadRight(width)}  {result.Value,12:G6}{error}"));
        }
    }
}
