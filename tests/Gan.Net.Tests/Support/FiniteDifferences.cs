using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Support;

/// <summary>Compares gradients with central finite differences, number by number, in float64.</summary>
internal static class FiniteDifferences
{
    private const double Step = 1e-5;

    /// <summary>Differentiates the mean of a term both ways.</summary>
    /// <param name="leaves">What it is differentiated by.</param>
    /// <param name="term">The term, computed anew from the leaves at each call.</param>
    /// <param name="tolerance">Relative to a gradient of 1 or more.</param>
    public static void AssertGradient(IEnumerable<Tensor> leaves, Func<Tensor> term, double tolerance = 2e-7)
    {
        using var scope = NewDisposeScope();
        var all = leaves.ToArray();
        foreach (var leaf in all)
        {
            leaf.grad?.zero_();
        }

        term().mean().backward();
        for (var i = 0; i < all.Length; i++)
        {
            var analytic = all[i].grad is { } gradient ? gradient.contiguous().data<double>().ToArray() : new double[all[i].numel()];
            for (var j = 0; j < analytic.Length; j++)
            {
                var numeric = Numeric(all[i], j, term);
                var allowed = tolerance * Math.Max(1, Math.Abs(numeric));
                Assert.True(Math.Abs(analytic[j] - numeric) <= allowed, $"Number {j} of leaf {i}: the gradient is {analytic[j]}, the difference {numeric}.");
            }
        }
    }

    private static double Numeric(Tensor leaf, long index, Func<Tensor> term)
    {
        using var scope = NewDisposeScope();
        Shift(leaf, index, Step);
        var above = term().mean().ToDouble();
        Shift(leaf, index, -2 * Step);
        var below = term().mean().ToDouble();
        Shift(leaf, index, Step);
        return (above - below) / (2 * Step);
    }

    private static void Shift(Tensor leaf, long index, double by)
    {
        using var still = no_grad();
        leaf.view(-1).narrow(0, index, 1).add_(by);
    }
}
