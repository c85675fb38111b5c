using static TorchSharp.torch;

namespace Gan.Net.Regularizers;

/// <summary>
/// Gradients of a discriminator's logits with respect to its input, with a graph, so that they can be penalised. Each logit's input
/// counts as one: a discriminator that judges packs of samples has one gradient for each pack. A patch critic has one for each sample: that of
/// its P logits added up.
/// </summary>
public static class InputGradients
{
    // Keeps the norm differentiable where the gradient is zero; it moves the norm of a gradient of length 1 by 5e-13.
    private const double Epsilon = 1e-12;

    /// <summary>The squared length of each logit's gradient, summed over all dimensions of its input: <c>[N]</c>.</summary>
    /// <param name="logits">Logits <c>[N]</c> or <c>[N, P]</c> computed from <paramref name="inputs"/>.</param>
    /// <param name="inputs">The samples, <c>[N, ...sample]</c>, which require gradients.</param>
    /// <exception cref="ArgumentException">The inputs require no gradients, or do not divide among the logits.</exception>
    public static Tensor SquaredNorms(Tensor logits, Tensor inputs)
    {
        ArgumentNullException.ThrowIfNull(logits);
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.shape[0] % logits.shape[0] != 0)
        {
            throw new ArgumentException($"The {inputs.shape[0]} samples do not divide among {logits.shape[0]} logits.", nameof(inputs));
        }

        return Of(logits, inputs).reshape(logits.shape[0], -1).square().sum(1);
    }

    /// <summary>The length of each logit's gradient over all dimensions of its input: <c>[N]</c>, differentiable also at zero.</summary>
    /// <param name="logits">Logits <c>[N]</c> or <c>[N, P]</c> computed from <paramref name="inputs"/>.</param>
    /// <param name="inputs">The samples, <c>[N, ...sample]</c>, which require gradients.</param>
    /// <exception cref="ArgumentException">The inputs require no gradients, or do not divide among the logits.</exception>
    public static Tensor Norms(Tensor logits, Tensor inputs) => SquaredNorms(logits, inputs).add(Epsilon).sqrt();

    /// <summary>The length of each logit's gradient at given points, which are scored for it: <c>[N]</c>.</summary>
    /// <param name="discriminator">Who scores.</param>
    /// <param name="points">Where, <c>[N, ...sample]</c>. If they require gradients, the result depends on them too.</param>
    /// <param name="condition">The condition, or null.</param>
    public static Tensor NormsAt(IDiscriminator discriminator, Tensor points, Tensor? condition = null)
    {
        ArgumentNullException.ThrowIfNull(discriminator);
        ArgumentNullException.ThrowIfNull(points);
        var inputs = points.requires_grad ? points : points.detach().requires_grad_();
        return Norms(discriminator.Score(inputs, condition), inputs);
    }

    // What fails in autograd.grad ends the process: ways are checked here, models once by the trainer. autograd.backward throws, but with
    // create_graph it warns on the console of a leak.
    private static Tensor Of(Tensor logits, Tensor inputs)
    {
        if (!inputs.requires_grad)
        {
            throw new ArgumentException("The inputs require no gradients. Name them in DifferentiatedInputs, or call requires_grad_() on them before scoring.", nameof(inputs));
        }

        if (!logits.requires_grad)
        {
            return zeros_like(inputs);
        }

#pragma warning disable RS0030
        var gradient = autograd.grad([logits.sum()], [inputs], create_graph: true, retain_graph: true, allow_unused: true)[0];
#pragma warning restore RS0030
        return gradient.IsInvalid ? zeros_like(inputs) : gradient;
    }
}
