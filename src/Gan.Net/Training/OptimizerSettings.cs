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

    /// <summary>
    /// What an optimizer of these settings remembers between steps, by name. A checkpoint saves it. Step counts are int64 scalars; what the
    /// optimizer does not have yet is an empty tensor.
    /// </summary>
    /// <param name="optimizer">The optimizer, made by <see cref="Create"/>; keeps the tensors that are its own.</param>
    /// <exception cref="NotSupportedException">The settings do not say; games that use them cannot be saved.</exception>
    public virtual IReadOnlyDictionary<string, Tensor> ReadState(optim.Optimizer optimizer) => throw NoState();

    /// <summary>Makes an optimizer remember what <see cref="ReadState"/> read of another one.</summary>
    /// <param name="optimizer">The optimizer, made by <see cref="Create"/> over parameters of the same sizes.</param>
    /// <param name="state">The same names and, but for empty ones, the same shapes and types. The caller keeps the tensors.</param>
    /// <exception cref="NotSupportedException">The settings do not say; games that use them cannot be saved.</exception>
    public virtual void WriteState(optim.Optimizer optimizer, IReadOnlyDictionary<string, Tensor> state) => throw NoState();

    /// <summary>Adds what is wrong with these settings to <paramref name="problems"/>.</summary>
    public virtual void Validate(OptionProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        problems.Positive(LearningRate);
    }

    private NotSupportedException NoState() => new(
        $"{GetType().Name} does not say what its optimizer remembers, so its game cannot be saved. Override ReadState and WriteState.");
}
