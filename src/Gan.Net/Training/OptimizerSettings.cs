using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>How a player's parameters are updated. Derive to bring another optimizer. Immutable.</summary>
public abstract record OptimizerSettings
{
    /// <summary>Step size, positive.</summary>
    public abstract double LearningRate { get; init; }

    /// <summary>Makes the optimizer over the parameters. The caller owns it.</summary>
    public abstract optim.Optimizer Create(IReadOnlyList<Parameter> parameters);

    /// <summary>Adds what is wrong with these settings to <paramref name="problems"/>.</summary>
    public virtual void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.Positive(LearningRate);
    }
}
