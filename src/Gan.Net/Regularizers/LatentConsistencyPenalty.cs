using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Regularizers;

/// <summary>
/// Latent consistency regularization, zCR (Zhao et al. 2021, algorithm 2), with z' = z + N(0, deviation²): the discriminator pays
/// weight · (D(G(z)) - D(G(z')))², so that it does not notice the change; the generator earns weight · mean (G(z) - G(z'))², so that its
/// samples do.
/// </summary>
// Deviation: the paper has the generator's squared length; as in public implementations it is divided by the sample's number of
// coordinates, so that one weight serves all image sizes.
public sealed record LatentConsistencyPenalty : IDiscriminatorRegularizer, IGeneratorRegularizer
{
    /// <summary>The factor of the discriminator's term, at least 0; 0 leaves it out. Default 5, the paper's.</summary>
    public double DiscriminatorWeight { get; init; } = 5;

    /// <summary>The factor of the generator's term, at least 0; 0 leaves it out. Default 0.5, the paper's.</summary>
    public double GeneratorWeight { get; init; } = 0.5;

    /// <summary>The standard deviation of the change, positive. Default 0.03, the paper's.</summary>
    public double Deviation { get; init; } = 0.03;

    /// <inheritdoc/>
    public int Every { get; init; } = 1;

    /// <inheritdoc/>
    public Tensor ForDiscriminator(DiscriminatorPass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        return DiscriminatorWeight == 0
            ? zeros_like(pass.FakeLogits)
            : pass.Discriminator.Score(Nearby(pass), pass.FakeCondition).sub(pass.FakeLogits).square().mul(DiscriminatorWeight);
    }

    /// <inheritdoc/>
    public Tensor ForGenerator(GeneratorPass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        return GeneratorWeight == 0
            ? zeros_like(pass.FakeLogits)
            : pass.Generator.Generate(Moved(pass.Latents, pass.Random), pass.FakeCondition).sub(pass.Fake).flatten(1).square().mean([1]).mul(-GeneratorWeight);
    }

    /// <inheritdoc/>
    public void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.AtLeast(DiscriminatorWeight, 0).AtLeast(GeneratorWeight, 0).Positive(Deviation);
    }

    private Tensor Nearby(DiscriminatorPass pass)
    {
        using var still = no_grad();
        return pass.Generator.Generate(Moved(pass.Latents, pass.Random), pass.FakeCondition);
    }

    private Tensor Moved(Tensor latents, Generator random) =>
        latents.add(randn(latents.shape, dtype: latents.dtype, generator: random).mul(Deviation).to(latents.device));
}
