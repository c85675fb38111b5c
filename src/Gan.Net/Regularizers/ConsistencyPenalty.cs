using Gan.Net.Augmentations;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Regularizers;

/// <summary>
/// Consistency regularization, CR (Zhang et al. 2020, equation 4): weight · (D(x) - D(T(x)))² over real samples x and their augmented
/// selves T(x). The gradient flows through both scores.
/// </summary>
public sealed record ConsistencyPenalty : IDiscriminatorRegularizer
{
    /// <summary>The factor λ, positive. Default 10, the paper's.</summary>
    public double Weight { get; init; } = 10;

    /// <summary>What the score should not notice. Default <see cref="FlipShiftAugmentation"/>, the paper's, for images.</summary>
    public IAugmentation Augmentation { get; init; } = new FlipShiftAugmentation();

    /// <inheritdoc/>
    public int Every { get; init; } = 1;

    /// <inheritdoc/>
    public Tensor ForDiscriminator(DiscriminatorPass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        var augmented = Augmentation.Augment(pass.Real.detach(), pass.Random);
        return pass.Discriminator.Score(augmented, pass.RealCondition).sub(pass.RealLogits).square().mul(Weight);
    }

    /// <inheritdoc/>
    public void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.Positive(Weight).Within(Augmentation, (augmentation, inside) => augmentation.Validate(inside));
    }
}
