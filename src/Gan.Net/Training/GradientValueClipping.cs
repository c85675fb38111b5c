using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>Keeps every number of a player's gradient in [-bound, bound]. Immutable.</summary>
public sealed record GradientValueClipping : IBeforeStep
{
    /// <summary>The largest absolute value, positive. Default 1.</summary>
    public double Bound { get; init; } = 1;

    /// <inheritdoc/>
    public void Act(FlatParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        using var scope = NewDisposeScope();
        foreach (var parameter in parameters.Optimized)
        {
            parameter.grad!.clamp_((Scalar)(-Bound), (Scalar)Bound);
        }
    }

    /// <inheritdoc/>
    public void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.Positive(Bound);
    }
}
