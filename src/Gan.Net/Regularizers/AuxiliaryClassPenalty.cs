using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Gan.Net.Regularizers;

/// <summary>
/// The classification terms of ACGAN (Odena et al. 2017, equation 3): the discriminator pays the cross-entropy of the class it names for
/// real and generated samples, the generator that for its own. Needs a discriminator that names classes:
/// <see cref="Conditional.AuxiliaryDiscriminator.ForClasses"/>.
/// </summary>
public sealed record AuxiliaryClassPenalty : IDiscriminatorRegularizer, IGeneratorRegularizer
{
    /// <summary>The paper's: all terms with weight 1, real and generated samples classified. The default.</summary>
    public static AuxiliaryClassPenalty Paper { get; } = new();

    /// <summary>
    /// As the authors of WGAN-GP have it: the discriminator learns classes from real samples only, so it does not learn to classify what a poor
    /// generator makes, and the generator is pulled a tenth as hard.
    /// </summary>
    public static AuxiliaryClassPenalty RealOnly { get; } = new() { Classified = PassInputs.Real, GeneratorWeight = .1 };

    /// <summary>The factor of the discriminator's terms, positive. Default 1, the paper's.</summary>
    public double DiscriminatorWeight { get; init; } = 1;

    /// <summary>The factor of the generator's term, at least 0; 0 leaves it out. Default 1, the paper's.</summary>
    public double GeneratorWeight { get; init; } = 1;

    /// <summary>Which samples the discriminator classifies. Default both, the paper's.</summary>
    public PassInputs Classified { get; init; } = PassInputs.Real | PassInputs.Fake;

    /// <inheritdoc/>
    public int Every { get; init; } = 1;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The discriminator names no classes.</exception>
    public Tensor ForDiscriminator(DiscriminatorPass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        Require(pass.RealAuxiliary is not null && pass.RealCondition is not null, pass.Discriminator);
        var terms = zeros_like(pass.RealAuxiliary!.select(1, 0));
        terms = Classified.HasFlag(PassInputs.Real) ? terms.add(Cost(pass.RealAuxiliary, pass.RealCondition!)) : terms;
        terms = Classified.HasFlag(PassInputs.Fake) ? terms.add(Cost(pass.FakeAuxiliary!, pass.FakeCondition!)) : terms;
        return terms.mul(DiscriminatorWeight);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The discriminator names no classes.</exception>
    public Tensor ForGenerator(GeneratorPass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        Require(pass.FakeAuxiliary is not null && pass.FakeCondition is not null, pass.Discriminator);
        return GeneratorWeight == 0 ? zeros_like(pass.FakeLogits) : Cost(pass.FakeAuxiliary!, pass.FakeCondition!).mul(GeneratorWeight);
    }

    /// <inheritdoc/>
    public void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.Positive(DiscriminatorWeight).AtLeast(GeneratorWeight, 0).Require(Classified != PassInputs.None, "must name samples", Classified);
    }

    /// <inheritdoc/>
    public void CheckModels(IGenerator generator, IDiscriminator discriminator)
    {
        ArgumentNullException.ThrowIfNull(discriminator);
        Require(discriminator.Condition.ClassCount > 0 && discriminator.AuxiliaryCount == discriminator.Condition.ClassCount, discriminator);
    }

    private static Tensor Cost(Tensor logits, Tensor labels) => functional.cross_entropy(logits, labels, reduction: Reduction.None);

    private static void Require(bool namesClasses, IDiscriminator discriminator)
    {
        if (!namesClasses)
        {
            throw new ArgumentException(
                $"{nameof(AuxiliaryClassPenalty)} needs a discriminator that names classes; {discriminator.GetType().Name} does not. Make it an AuxiliaryDiscriminator.ForClasses.",
                nameof(discriminator));
        }
    }
}
