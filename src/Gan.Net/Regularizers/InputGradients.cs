using static TorchSharp.torch;

namespace Gan.Net.Regularizers;

/// <summary>Gradients of a discriminator's logits with respect to its input, with a graph, so that they can be penalised.</summary>
public static class InputGradients
{
    // Keeps the norm differentiable where the gradient is zero; it moves the norm of a gradient of length 1 by 5e-13.
    private const double Epsilon = 1e-12;

    /// <summary>The squared length of each sample's gradient, summed over all its dimensions: <c>[N]</c>.</summary>
    /// <param name="logits">Logits computed from <paramref name="inputs"/>.</param>
    /// <param name="inputs">The samples, <c>[N, ...sample]</c>, which require gradients.</param>
    public static Tensor SquaredNorms(Tensor logits, Tensor inputs)
    {
        ArgumentNullException.ThrowIfNull(logits);
        ArgumentNullException.ThrowIfNull(inputs);
        var gradient = autograd.grad([logits.sum()], [inputs], create_graph: true, retain_graph: true)[0];
        return gradient.flatten(1).square().sum(1);
    }

    /// <summary>The length of each sample's gradient over all its dimensions: <c>[N]</c>, differentiable also at zero.</summary>
    /// <param name="logits">Logits computed from <paramref name="inputs"/>.</param>
    /// <param name="inputs">The samples, <c>[N, ...sample]</c>, which require gradients.</param>
    public static Tensor Norms(Tensor logits, Tensor inputs) => SquaredNorms(logits, inputs).add(Epsilon).sqrt();
}
