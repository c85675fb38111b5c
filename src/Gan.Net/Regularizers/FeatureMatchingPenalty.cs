using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Regularizers;

/// <summary>
/// Feature matching (Salimans et al. 2016, section 3.1): the generator pays weight · mean (E f(x) - E f(G(z)))², the squared difference
/// between the batches' mean features inside the discriminator, which must show them: the last of <see cref="DiscriminatorOutput.Features"/>.
/// </summary>
// Deviation: the paper has the squared length; as in the authors' code it is divided by the number of features.
public sealed record FeatureMatchingPenalty : IGeneratorRegularizer
{
    /// <summary>The factor, positive. Default 1.</summary>
    public double Weight { get; init; } = 1;

    /// <inheritdoc/>
    public int Every { get; init; } = 1;

    /// <inheritdoc/>
    public bool NeedsReal => true;

    /// <inheritdoc/>
    public bool NeedsFeatures => true;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The discriminator shows no features.</exception>
    public Tensor ForGenerator(GeneratorPass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        Require(pass.FakeFeatures.Count > 0, pass.Discriminator, nameof(pass));
        return pass.FakeFeatures[^1].flatten(1).mean([0]).sub(RealMean(pass)).square().mean().mul(Weight);
    }

    /// <inheritdoc/>
    public void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.Positive(Weight);
    }

    /// <inheritdoc/>
    public void CheckModels(IGenerator generator, IDiscriminator discriminator)
    {
        ArgumentNullException.ThrowIfNull(discriminator);
        Require(discriminator.FeatureCount > 0, discriminator, nameof(discriminator));
    }

    private static void Require(bool hasFeatures, IDiscriminator discriminator, string parameter)
    {
        if (!hasFeatures)
        {
            throw new ArgumentException(
                $"{nameof(FeatureMatchingPenalty)} needs the discriminator's features; {discriminator.GetType().Name} does not show any. Implement {nameof(IDiscriminator.FeatureCount)} and {nameof(DiscriminatorOutput.Features)}.",
                parameter);
        }
    }

    private static Tensor RealMean(GeneratorPass pass)
    {
        using var still = no_grad();
        return pass.RealFeatures[^1].flatten(1).mean([0]);
    }
}
