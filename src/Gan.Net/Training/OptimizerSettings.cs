using Gan.Net.Schedules;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>How a player's parameters are updated. Derive to bring another optimizer. Immutable.</summary>
public abstract record OptimizerSettings
{
    /// <summary>Step size, positive; a number, or a schedule over the samples seen.</summary>
    public abstract Schedule LearningRate { get; init; }

    /// <summary>Makes the optimizer over the parameters. The caller owns it.</summary>
    public abstract optim.Optimizer Create(IReadOnlyList<Parameter> parameters);

    /// <summary>Sets what a schedule changes; the trainer asks before each step. Default the step size.</summary>
    /// <param name="optimizer">An optimizer made by these settings.</param>
    /// <param name="samplesSeen">Real samples seen before the round.</param>
    public virtual void Adjust(optim.Optimizer optimizer, long samplesSeen)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        if (LearningRate is not ConstantSchedule)
        {
            foreach (var group in optimizer.ParamGroups)
            {
                group.LearningRate = LearningRate.At(samplesSeen);
            }
        }
    }

    /// <summary>Adds what is wrong with these settings to <paramref name="problems"/>.</summary>
    public virtual void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.Positive(LearningRate);
    }
}
