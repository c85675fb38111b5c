using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Regularizers;

/// <summary>
/// Mode seeking (Mao et al. 2019, equation 3): each latent is joined by a second one, and the generator pays
/// weight / (mean |G(z') - G(z)| / mean |z' - z| + 1e-5), so that latents apart give samples apart. The means are over the whole batch.
/// </summary>
public sealed record ModeSeekingPenalty : IGeneratorRegularizer
{
    // The authors'. It bounds the cost of a generator that has collapsed.
    private const double Epsilon = 1e-5;

    /// <summary>The factor λ, positive. Default 1, the paper's.</summary>
    public double Weight { get; init; } = 1;

    /// <inheritdoc/>
    public int Every { get; init; } = 1;

    /// <inheritdoc/>
    public Tensor ForGenerator(GeneratorPass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        var others = pass.DrawLatents();
        return Of(pass.Generator.Generate(others, pass.FakeCondition).sub(pass.Fake), others.sub(pass.Latents));
    }

    /// <summary>
    /// The weighted term, a scalar, from what separates the samples <c>[N, ...sample]</c> and the latents <c>[N, size]</c>.
    /// </summary>
    public Tensor Of(Tensor sampleDifferences, Tensor latentDifferences)
    {
        ArgumentNullException.ThrowIfNull(sampleDifferences);
        ArgumentNullException.ThrowIfNull(latentDifferences);
        var ratio = sampleDifferences.abs().mean().div(latentDifferences.abs().mean());
        return ratio.add(Epsilon).reciprocal().mul(Weight);
    }

    /// <inheritdoc/>
    public void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.Positive(Weight);
    }
}
