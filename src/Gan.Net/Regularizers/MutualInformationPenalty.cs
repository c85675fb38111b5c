using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Regularizers;

/// <summary>
/// InfoGAN's term (Chen et al. 2016, equation 6): both players earn weight · L_I, the lower bound E log Q(c|x) + H(c) on the mutual information
/// of a latent's codes and the sample made from it (equation 5). So the generator makes samples that show their codes, and the head Q learns
/// to read them. Its measure of each player is -weight · L_I, in nats. Needs codes in the generator's latents (<see cref="LatentSpace.Codes"/>)
/// and a discriminator that reads them: <see cref="Conditional.AuxiliaryDiscriminator.ForCodes"/>.
/// </summary>
public sealed record MutualInformationPenalty : IDiscriminatorRegularizer, IGeneratorRegularizer
{
    /// <summary>The factor λ, positive. Default 1, the paper's for categories; with continuous codes smaller ones are used too.</summary>
    public double Weight { get; init; } = 1;

    /// <inheritdoc/>
    public int Every { get; init; } = 1;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are no codes, or the discriminator does not read them.</exception>
    public Tensor ForDiscriminator(DiscriminatorPass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        return Of(pass.Generator.Latent, pass.Latents, pass.FakeAuxiliary, pass.Discriminator);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are no codes, or the discriminator does not read them.</exception>
    public Tensor ForGenerator(GeneratorPass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        return Of(pass.Generator.Latent, pass.Latents, pass.FakeAuxiliary, pass.Discriminator);
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
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(discriminator);
        _ = CodesFor(generator.Latent, discriminator.AuxiliaryCount > 0, discriminator);
    }

    private Tensor Of(LatentSpace space, Tensor latents, Tensor? told, IDiscriminator discriminator)
    {
        var codes = CodesFor(space, told is not null, discriminator);
        return codes.LogLikelihood(space.CodesOf(latents), told!).add(codes.Entropy).mul(-Weight);
    }

    private static LatentCodes CodesFor(LatentSpace space, bool reads, IDiscriminator discriminator) => space.Codes is { } codes && reads ? codes
        : throw new ArgumentException(space.Codes is null
            ? $"{nameof(MutualInformationPenalty)} needs codes in the generator's latents. Set LatentSpace.Codes in its options."
            : $"{nameof(MutualInformationPenalty)} needs a discriminator that reads codes; {discriminator.GetType().Name} does not. Make it an AuxiliaryDiscriminator.ForCodes.");
}
