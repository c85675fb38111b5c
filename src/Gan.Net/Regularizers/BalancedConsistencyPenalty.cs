using Gan.Net.Augmentations;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Regularizers;

/// <summary>
/// Balanced consistency regularization, bCR (Zhao et al. 2021, algorithm 1): <see cref="ConsistencyPenalty"/> over generated samples as
/// well as real ones, so that augmentations do not leak into what is generated.
/// </summary>
public sealed record BalancedConsistencyPenalty : IDiscriminatorRegularizer
{
    /// <summary>The factor of the real samples' term, positive. Default 10, the paper's.</summary>
    public double RealWeight { get; init; } = 10;

    /// <summary>The factor of the generated samples' term, positive. Default 10, the paper's.</summary>
    public double FakeWeight { get; init; } = 10;

    /// <summary>What the score should not notice. Default <see cref="FlipShiftAugmentation"/>, the paper's, for images.</summary>
    public IAugmentation Augmentation { get; init; } = new FlipShiftAugmentation();

    /// <inheritdoc/>
    public int Every { get; init; } = 1;

    /// <inheritdoc/>
    public Tensor ForDiscriminator(DiscriminatorPass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        var real = Noticed(pass, (pass.Real, pass.RealCondition), pass.RealLogits).mul(RealWeight);
        return real.add(Noticed(pass, (pass.Fake, pass.FakeCondition), pass.FakeLogits).mul(FakeWeight));
    }

    /// <inheritdoc/>
    public void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.Positive(RealWeight).Positive(FakeWeight).Within(Augmentation, (augmentation, inside) => augmentation.Validate(inside));
    }

    private Tensor Noticed(DiscriminatorPass pass, (Tensor Samples, Tensor? Condition) known, Tensor logits)
    {
        var augmented = Augmentation.Augment(known.Samples.detach(), pass.Random);
        return pass.Discriminator.Score(augmented, known.Condition).sub(logits).square();
    }
}
