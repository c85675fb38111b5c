using TorchSharp;

namespace Gan.Net.Training;

/// <summary>
/// Keeps every weight in [-bound, bound], as WGAN does (Arjovsky et al. 2017, algorithm 1, line 7). Immutable.
/// </summary>
public sealed record WeightClipping : IAfterStep
{
    /// <summary>The largest absolute value, positive. Default 0.01, the paper's.</summary>
    public double Bound { get; init; } = 0.01;

    /// <inheritdoc/>
    public void Act(FlatParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        parameters.Values.clamp_((Scalar)(-Bound), (Scalar)Bound);
    }

    /// <inheritdoc/>
    public void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.Positive(Bound);
    }
}
