using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Regularizers;

/// <summary>
/// Feature matching (Salimans et al. 2016, section 3.1): the generator pays weight · mean (E f(x) - E f(G(z)))², the squared difference
/// between the batches' mean features inside the discriminator, which must be an <see cref="IFeatureDiscriminator"/>.
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
    /// <exception cref="ArgumentException">The discriminator has no features.</exception>
    public Tensor ForGenerator(GeneratorPass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        var discriminator = Featured(pass.Discriminator, nameof(pass));
        return discriminator.Features(pass.Fake, pass.FakeLabels).mean([0]).sub(RealMean(discriminator, pass)).square().mean().mul(Weight);
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
        _ = Featured(discriminator, nameof(discriminator));
    }

    private static IFeatureDiscriminator Featured(IDiscriminator discriminator, string parameter) => discriminator as IFeatureDiscriminator ?? throw new ArgumentException(
        $"{nameof(FeatureMatchingPenalty)} needs the discriminator's features; {discriminator.GetType().Name} does not show any. Implement {nameof(IFeatureDiscriminator)}.",
        parameter);

    private static Tensor RealMean(IFeatureDiscriminator discriminator, GeneratorPass pass)
    {
        using var still = no_grad();
        return discriminator.Features(pass.Real!, pass.RealLabels).mean([0]);
    }
}
