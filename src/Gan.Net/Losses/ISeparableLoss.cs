using static TorchSharp.torch;

namespace Gan.Net.Losses;

/// <summary>A loss whose discriminator terms are one of the real logit plus one of the fake logit, so that labels can be softened or swapped.</summary>
public interface ISeparableLoss : IAdversarialLoss
{
    /// <summary>The cost of logits the discriminator should call real, <c>[N]</c>.</summary>
    Tensor CostAsReal(Tensor logits);

    /// <summary>The cost of logits the discriminator should call fake, <c>[N]</c>.</summary>
    Tensor CostAsFake(Tensor logits);
}
