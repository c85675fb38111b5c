using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Testing;

/// <summary>
/// Compares gradients with central finite differences, number by number. In float64 a correct gradient agrees to seven digits; a penalty
/// whose second derivative was forgotten does not agree at all.
/// </summary>
public static class FiniteDifferences
{
    /// <summary>The gradient of a term's mean, both ways.</summary>
    /// <param name="leaves">Float64 tensors that require gradients, by whose every number the term is differentiated. Their values are put back; their gradients are overwritten.</param>
    /// <param name="term">The term, computed anew from the leaves at each call and always by the same chance.</param>
    /// <param name="tolerance">How far the two may be apart: relative for gradients above 1, absolute below. Default 2e-7.</param>
    /// <param name="step">How far each number is moved to either side. Default 1e-5.</param>
    /// <returns>What differs first, as a sentence; null when nothing does.</returns>
    /// <exception cref="ArgumentException">A leaf is not float64 or requires no gradient.</exception>
    public static string? Compare(IEnumerable<Tensor> leaves, Func<Tensor> term, double tolerance = 2e-7, double step = 1e-5)
    {
        ArgumentNullException.ThrowIfNull(term);
        using var scope = NewDisposeScope();
        var all = leaves.ToArray();
        Array.ForEach(all, Prepare);
        term().mean().backward();
        for (var i = 0; i < all.Length; i++)
        {
            var gradient = all[i].grad is { } given ? given.contiguous().data<double>().ToArray() : new double[all[i].numel()];
            for (var j = 0; j < gradient.Length; j++)
            {
                var difference = Difference(all[i], j, term, step);
                if (!(Math.Abs(gradient[j] - difference) <= tolerance * Math.Max(1, Math.Abs(difference))))
                {
                    return FormattableString.Invariant($"By number {j} of tensor {i}, {Subject.Show(all[i].shape)}, the gradient is {gradient[j]:G10} and the difference {difference:G10}.");
                }
            }
        }

        return null;
    }

    private static void Prepare(Tensor leaf)
    {
        if (leaf.dtype != ScalarType.Float64 || !leaf.requires_grad)
        {
            throw new ArgumentException($"A leaf is {leaf.dtype}, and {(leaf.requires_grad ? "requires" : "does not require")} a gradient; expected Float64 that does. Convert it and call requires_grad_().", nameof(leaf));
        }

        leaf.grad?.zero_();
    }

    private static double Difference(Tensor leaf, long index, Func<Tensor> term, double step)
    {
        using var scope = NewDisposeScope();
        var number = leaf.detach().view(-1).narrow(0, index, 1);
        var before = number.clone();
        number.add_(step);
        var above = term().mean().ToDouble();
        number.copy_(before).sub_(step);
        var below = term().mean().ToDouble();
        number.copy_(before);
        return (above - below) / (2 * step);
    }
}
