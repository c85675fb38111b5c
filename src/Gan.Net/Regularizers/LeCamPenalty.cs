using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Regularizers;

/// <summary>
/// LeCam regularization (Tseng et al. 2021, equation 5): weight · (max(0, D(x) - f)² + max(0, r - D(G(z)))²), where r and f are running
/// means of the logits of real and generated samples. For training with little data. The means are zero-debiased, as StyleGAN2's port
/// has them, and take in a step's logits before they are used; they live in the <see cref="ComponentState"/> as <c>real</c>,
/// <c>fake</c> and their common <c>weight</c>.
/// </summary>
public sealed record LeCamPenalty : IDiscriminatorRegularizer
{
    /// <summary>The factor λ, positive. Default 0.3, the authors' for BigGAN on CIFAR-10.</summary>
    public double Weight { get; init; } = 0.3;

    /// <summary>What is left of a running mean after one step, in [0, 1). Default 0.99.</summary>
    public double Decay { get; init; } = 0.99;

    /// <inheritdoc/>
    public int Every { get; init; } = 1;

    /// <inheritdoc/>
    public Tensor ForDiscriminator(DiscriminatorPass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        var (real, fake) = RunningMeans(pass);
        return pass.RealLogits.sub(fake).relu().square().add(real.sub(pass.FakeLogits).relu().square()).mul(Weight);
    }

    /// <inheritdoc/>
    public void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.Positive(Weight).InRange(Decay, 0, 1);
    }

    private (Tensor Real, Tensor Fake) RunningMeans(DiscriminatorPass pass)
    {
        using var still = no_grad();
        var real = Move(pass.State, "real", pass.RealLogits.mean());
        var fake = Move(pass.State, "fake", pass.FakeLogits.mean());
        var weight = Move(pass.State, "weight", ones_like(real));
        return (real.div(weight), fake.div(weight));
    }

    private Tensor Move(ComponentState state, string name, Tensor now)
    {
        var before = state.Find(name) ?? zeros_like(now);
        return state.Set(name, before.mul(Decay).add(now.mul(1 - Decay)));
    }
}
