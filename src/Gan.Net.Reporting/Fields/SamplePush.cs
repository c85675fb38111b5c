using Gan.Net.Losses;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Reporting;

/// <summary>Where a discriminator pushes generated samples: the direction in which moving each would help the generator most.</summary>
public static class SamplePush
{
    /// <summary>
    /// Minus the gradient of the sum of the generator's terms with respect to each sample, the discriminator in evaluation mode. Only the
    /// samples' gradients are computed: the discriminator's own, its weights, buffers and modes stay as they are, and so does whether
    /// they require gradients.
    /// </summary>
    /// <param name="discriminator">Who judges. The caller owns it.</param>
    /// <param name="loss">The game.</param>
    /// <param name="generated">Generated samples <c>[N, ...sample]</c> on any device; they stay the caller's and their own graph is left alone.</param>
    /// <param name="real">As many real samples, for a loss that compares with them; else null or anything.</param>
    /// <returns>The pushes, as the samples in shape, on the CPU. The caller owns them.</returns>
    /// <exception cref="ArgumentException">The loss compares with real samples and there are not as many.</exception>
    public static Tensor Of(IDiscriminator discriminator, IAdversarialLoss loss, Tensor generated, Tensor? real = null)
    {
        ArgumentNullException.ThrowIfNull(discriminator);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(generated);
        if (loss.GeneratorNeedsRealLogits && real?.shape[0] != generated.shape[0])
        {
            throw new ArgumentException(
                $"{loss.GetType().Name} compares each of the {generated.shape[0]} generated samples with a real one; {real?.shape[0] ?? 0} were given. Give as many.", nameof(real));
        }

        using var scope = NewDisposeScope();
        using var differentiable = enable_grad();
        using var modes = new EvaluationMode(discriminator.Module);
        var device = FieldChecks.DeviceOf(discriminator);
        var samples = generated.detach().to(device, copy: true).requires_grad_();
        var fakeLogits = discriminator.Score(samples);
        var realLogits = loss.GeneratorNeedsRealLogits ? discriminator.Score(real!.detach().to(device)) : fakeLogits;
        var terms = loss.ForGenerator(realLogits, fakeLogits);

        if (terms.requires_grad)
        {
            // Not autograd.grad: it ends the process where a model cannot be differentiated.
            autograd.backward(terms.sum(), inputs: [samples]);
        }

        return scope.MoveToOuter(samples.grad is { } gradient ? gradient.neg().cpu() : zeros_like(samples, device: CPU));
    }
}
