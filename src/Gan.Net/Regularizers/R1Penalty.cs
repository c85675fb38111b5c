using Gan.Net.Schedules;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Regularizers;

/// <summary>
/// R1 (Mescheder et al. 2018, equation 9): γ/2 · ‖∇D(x)‖² at real samples. The square is summed over all dimensions of a sample and
/// the trainer takes the mean over the batch. Zero-centred: it asks for no slope at all where the real samples are.
/// Batch normalisation in the discriminator mixes the samples' gradients; leave it out.
/// </summary>
public sealed record R1Penalty : IDiscriminatorRegularizer
{
    /// <summary>The factor γ, positive, a number or a schedule over the samples seen; half of it multiplies the square. Default 10, the paper's and StyleGAN2's.</summary>
    public Schedule Gamma { get; init; } = 10;

    /// <inheritdoc/>
    public int Every { get; init; } = 1;

    /// <inheritdoc/>
    public PassInputs DifferentiatedInputs => PassInputs.Real;

    /// <inheritdoc/>
    public Tensor ForDiscriminator(DiscriminatorPass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        return InputGradients.SquaredNorms(pass.RealLogits, pass.Real).mul(Gamma.At(pass.SamplesSeen) / 2);
    }

    /// <inheritdoc/>
    public void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.Positive(Gamma);
    }
}
