using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// Shortens a player's gradient, all parameters taken together, to a greatest Euclidean length (Pascanu et al. 2013, algorithm 1);
/// a shorter one stays as it is. Immutable.
/// </summary>
public sealed record GradientNormClipping : IBeforeStep
{
    // As PyTorch's clip_grad_norm_ has it.
    private const double Epsilon = 1e-6;

    /// <summary>The greatest length, positive. Default 1.</summary>
    public double MaxNorm { get; init; } = 1;

    /// <inheritdoc/>
    public void Act(FlatParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        using var scope = NewDisposeScope();
        var factor = parameters.GradientNorm().add(Epsilon).reciprocal().mul(MaxNorm).clamp_max((Scalar)1);
        foreach (var parameter in parameters.Optimized)
        {
            parameter.grad!.mul_(factor);
        }
    }

    /// <inheritdoc/>
    public void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.Positive(MaxNorm);
    }
}
