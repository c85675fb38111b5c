using static TorchSharp.torch;

namespace Gan.Net.Augmentations;

/// <summary>
/// An augmentation that changes while a model trains: with the samples seen, or with what it observes. Asked without a moment, it is as at the
/// start. Implementations are immutable, hold no tensor and are thread-safe; what must be remembered goes to the moment's state.
/// </summary>
public interface IChangingAugmentation : IAugmentation
{
    /// <summary>Changed samples, each at random on its own; differentiable in <paramref name="samples"/>.</summary>
    /// <param name="samples">The samples, <c>[N, ...sample]</c>; left as they are.</param>
    /// <param name="moment">When, and with what chance.</param>
    /// <returns>A tensor of the same shape.</returns>
    /// <exception cref="ArgumentException">Samples of this shape cannot be changed so.</exception>
    Tensor Augment(Tensor samples, AugmentationMoment moment);

    /// <summary>How strong it is now, a scalar, for reports.</summary>
    Tensor Strength(AugmentationMoment moment);

    /// <summary>
    /// Whether it follows on which side of <see cref="Losses.IAdversarialLoss.DecisionPoint"/> logits lie; a trainer then refuses a loss that has
    /// none. Default false.
    /// </summary>
    bool FollowsDecisions => false;

    /// <summary>Sees what a discriminator step thought of real samples. Default nothing.</summary>
    /// <param name="realLogits">The logits less the loss's decision point, if it has one: above 0 for "real". <c>[N]</c> or <c>[N, P]</c>.</param>
    /// <param name="samples">How many real samples they judge.</param>
    /// <param name="moment">When.</param>
    void Observe(Tensor realLogits, long samples, AugmentationMoment moment)
    {
    }
}
