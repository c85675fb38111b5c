using static TorchSharp.torch;

namespace Gan.Net.Losses;

/// <summary>
/// The two objectives of an adversarial game, over logits. Pure and unreduced: each method returns one term per element and the
/// trainer takes the mean. Both are minimised. Implementations are immutable and thread-safe.
/// </summary>
public interface IAdversarialLoss
{
    /// <summary>
    /// Whether <see cref="ForGenerator"/> reads the real logits (relativistic losses do). When it does not, the trainer spares the
    /// forward pass and hands over the fake logits in their place.
    /// </summary>
    bool GeneratorNeedsRealLogits { get; }

    /// <summary>
    /// The logit above which the discriminator calls a sample real, for measures such as its accuracy; null when a logit means something
    /// only beside others, as a critic's and a relativistic discriminator's do. Default 0, where logits are log-odds.
    /// </summary>
    double? DecisionPoint => 0;

    /// <summary>
    /// Whether the game has one value that the discriminator raises and the generator lowers, so that <see cref="ForDiscriminator"/> is minus that
    /// value and <see cref="ForGenerator"/> its share that depends on the fakes. An ordinary step needs no more of it; a trainer in which the
    /// discriminator's answer depends on the generator takes the whole value. Default false.
    /// </summary>
    bool IsZeroSum => false;

    /// <summary>The discriminator's terms <c>[N]</c> (or <c>[N, P]</c>) from its logits of real and fake samples, of the same shape.</summary>
    Tensor ForDiscriminator(Tensor realLogits, Tensor fakeLogits);

    /// <summary>The generator's terms <c>[N]</c> (or <c>[N, P]</c>).</summary>
    Tensor ForGenerator(Tensor realLogits, Tensor fakeLogits);

    /// <summary>
    /// Adds what is wrong with the settings to <paramref name="problems"/>; the trainer asks when it is made. Default nothing.
    /// </summary>
    void Validate(OptionProblems problems)
    {
    }
}
