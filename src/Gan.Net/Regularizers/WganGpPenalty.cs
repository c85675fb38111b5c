using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Regularizers;

/// <summary>
/// The gradient penalty of WGAN-GP (Gulrajani et al. 2017, equation 3): weight · (‖∇D(x̂)‖ - target)² at points x̂ on straight
/// lines between real and generated samples, one random point for each pair. A conditional critic is shown the real sample's label.
/// Batch normalisation in the critic mixes the samples' gradients; leave it out.
/// </summary>
public sealed record WganGpPenalty : IDiscriminatorRegularizer
{
    /// <summary>The factor λ, positive. Default 10, the paper's.</summary>
    public double Weight { get; init; } = 10;

    /// <summary>The norm asked for, at least 0. Default 1, the paper's; 0 gives the zero-centred penalty.</summary>
    public double Target { get; init; } = 1;

    /// <summary>Whether norms below the target cost something too. Default <see cref="PenaltySides.Two"/>.</summary>
    public PenaltySides Sides { get; init; } = PenaltySides.Two;

    /// <inheritdoc/>
    public int Every { get; init; } = 1;

    /// <inheritdoc/>
    public Tensor ForDiscriminator(DiscriminatorPass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        return At(pass.Discriminator, pass.Real.add(pass.Fake.sub(pass.Real).mul(pass.UniformPerSample())), pass.RealCondition);
    }

    /// <summary>The weighted penalty at given points <c>[N, ...sample]</c>: <c>[N]</c>.</summary>
    public Tensor At(IDiscriminator discriminator, Tensor points, Tensor? labels = null)
    {
        var excess = InputGradients.NormsAt(discriminator, points, labels).sub(Target);
        return (Sides == PenaltySides.One ? excess.relu() : excess).square().mul(Weight);
    }

    /// <inheritdoc/>
    public void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.Positive(Weight).AtLeast(Target, 0).Known(Sides);
    }
}
