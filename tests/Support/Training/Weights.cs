using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.TestSupport;

/// <summary>Copies of all a module's state dictionary holds, to compare bit for bit. Float64 holds every float32 exactly.</summary>
internal static class Weights
{
    public static SortedDictionary<string, double[]> Of(params nn.Module[] modules)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var copies = new SortedDictionary<string, double[]>(StringComparer.Ordinal);
        for (var i = 0; i < modules.Length; i++)
        {
            foreach (var (key, value) in modules[i].state_dict())
            {
                copies.Add($"{i}.{key}", value.cpu().to(ScalarType.Float64).contiguous().data<double>().ToArray());
            }
        }

        return copies;
    }

    public static void AssertSame(SortedDictionary<string, double[]> expected, SortedDictionary<string, double[]> actual)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        foreach (var (key, values) in expected)
        {
            var difference = values.Zip(actual[key], (a, b) => Math.Abs(a - b)).Max();
            Assert.True(SameBits(values, actual[key]), $"{key} differs by up to {difference:g3}.");
        }
    }

    public static void AssertNear(SortedDictionary<string, double[]> expected, SortedDictionary<string, double[]> actual, double tolerance)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        foreach (var (key, values) in expected)
        {
            var difference = values.Zip(actual[key], (a, b) => Math.Abs(a - b)).Max();
            Assert.True(difference <= tolerance, $"{key} differs by up to {difference:g3}.");
        }
    }

    public static void AssertDiffer(SortedDictionary<string, double[]> first, SortedDictionary<string, double[]> second)
    {
        Assert.Equal(first.Keys, second.Keys);
        Assert.Contains(first, pair => !SameBits(pair.Value, second[pair.Key]));
    }

    private static bool SameBits(double[] first, double[] second) =>
        first.Select(BitConverter.DoubleToInt64Bits).SequenceEqual(second.Select(BitConverter.DoubleToInt64Bits));
}
