using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Regularizers;

/// <summary>
/// The penalty of DRAGAN (Kodali et al. 2017): weight · (‖∇D(x̂)‖ - target)² around the real samples, at x̂ = x + a · noise · s · U
/// with U from U(0, 1) for each coordinate, a from U(0, 1) for each sample and s the standard deviation of all numbers in the batch.
/// </summary>
public sealed record DraganPenalty : IDiscriminatorRegularizer
{
    /// <summary>The factor λ, positive. Default 10, the paper's.</summary>
    public double Weight { get; init; } = 10;

    /// <summary>The norm asked for, at least 0. Default 1, the paper's.</summary>
    public double Target { get; init; } = 1;

    /// <summary>The reach of the noise, in standard deviations of the batch; positive. Default 0.5, the paper's.</summary>
    public double Noise { get; init; } = 0.5;

    /// <inheritdoc/>
    public int Every { get; init; } = 1;

    /// <inheritdoc/>
    public Tensor ForDiscriminator(DiscriminatorPass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        return At(pass.Discriminator, Around(pass), pass.RealCondition);
    }

    /// <summary>The weighted penalty at given points <c>[N, ...sample]</c>: <c>[N]</c>.</summary>
    public Tensor At(IDiscriminator discriminator, Tensor points, Tensor? labels = null) =>
        InputGradients.NormsAt(discriminator, points, labels).sub(Target).square().mul(Weight);

    /// <inheritdoc/>
    public void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.Positive(Weight).AtLeast(Target, 0).Positive(Noise);
    }

    private Tensor Around(DiscriminatorPass pass)
    {
        using var still = no_grad();
        var noise = Draw.Uniform(pass.Real.shape, pass.Random, pass.Real.dtype).to(pass.Real.device);
        var reach = pass.Real.std(unbiased: false).mul(Noise);
        return pass.Real.add(noise.mul(reach).mul(pass.UniformPerSample()));
    }
}
