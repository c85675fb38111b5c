using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Regularizers;

/// <summary>
/// BigGAN's orthogonal regularization (Brock et al. 2019, equation 3): weight/2 · ‖W Wᵀ ∘ (1 - I)‖² over every parameter with two or
/// more axes, taken as a matrix with one row for each entry of its first axis. Rows should not resemble each other; how long they are
/// is free. The half gives the gradient of the authors' code, weight · 2 (W Wᵀ ∘ (1 - I)) W.
/// </summary>
public sealed record OrthogonalPenalty : IDiscriminatorRegularizer, IGeneratorRegularizer
{
    /// <summary>The factor β for the discriminator's weights, at least 0; 0 leaves them out. Default 0.</summary>
    public double DiscriminatorWeight { get; init; }

    /// <summary>The factor β for the generator's weights, at least 0; 0 leaves them out. Default 1e-4, the paper's.</summary>
    public double GeneratorWeight { get; init; } = 1e-4;

    /// <inheritdoc/>
    public int Every { get; init; } = 1;

    /// <inheritdoc/>
    public Tensor ForDiscriminator(DiscriminatorPass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        return Of(pass.Discriminator.Module, DiscriminatorWeight, pass.FakeLogits);
    }

    /// <inheritdoc/>
    public Tensor ForGenerator(GeneratorPass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        return Of(pass.Generator.Module, GeneratorWeight, pass.FakeLogits);
    }

    /// <inheritdoc/>
    public void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.AtLeast(DiscriminatorWeight, 0).AtLeast(GeneratorWeight, 0);
    }

    private static Tensor Of(nn.Module module, double weight, Tensor like)
    {
        var total = zeros(1, dtype: like.dtype, device: like.device);
        foreach (var parameter in weight == 0 ? [] : module.parameters().Where(parameter => parameter.ndim > 1))
        {
            total = total.add(Resemblance(parameter.flatten(1)));
        }

        return total.mul(weight / 2);
    }

    private static Tensor Resemblance(Tensor rows)
    {
        var products = rows.mm(rows.t());
        return products.sub(products.diagonal().diag()).square().sum();
    }
}
