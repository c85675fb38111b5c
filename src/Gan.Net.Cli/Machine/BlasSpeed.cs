using System.Diagnostics;
using static TorchSharp.torch;

namespace Gan.Net.Cli.Machine;

/// <summary>How fast the engine multiplies matrices.</summary>
internal static class BlasSpeed
{
    private const int Size = 1024;
    private const int Runs = 7;

    /// <summary>GFLOP/s of a float32 product of two 1024×1024 matrices: the median of seven, after one to warm up.</summary>
    public static double Measure()
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var a = ones(Size, Size);
        var b = ones(Size, Size);
        Time(a, b);
        var seconds = Enumerable.Range(0, Runs).Select(_ => Time(a, b)).Order().ElementAt(Runs / 2);
        return 2.0 * Size * Size * Size / seconds / 1e9;
    }

    private static double Time(Tensor a, Tensor b)
    {
        var start = Stopwatch.GetTimestamp();
        using var product = a.mm(b);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
