using Gan.Net.Schedules;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>Stochastic gradient descent, plain or with momentum.</summary>
public sealed record SgdSettings : OptimizerSettings, IDifferentiableOptimizer
{
    /// <summary>Step size, positive; a number, or a schedule over the samples seen. Default 0.01.</summary>
    public override Schedule LearningRate { get; init; } = 0.01;

    /// <summary>Momentum, in [0, 1). Default 0.</summary>
    public double Momentum { get; init; }

    /// <inheritdoc/>
    public override optim.Optimizer Create(IReadOnlyList<Parameter> parameters) => optim.SGD(parameters, LearningRate.At(0), Momentum);

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Memory(optim.Optimizer optimizer)
    {
        var state = (SGD.State)((OptimizerHelper)optimizer).state_dict().State[0];
        return Momentum == 0 ? [] : [state.momentum_buffer?.clone() ?? zeros_like(optimizer.parameters().First())];
    }

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Step(IReadOnlyList<Tensor> before, Tensor gradient, long step, long samplesSeen)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(gradient);
        if (Momentum == 0)
        {
            return [before[0].sub(gradient.mul(LearningRate.At(samplesSeen)))];
        }

        var velocity = before[1].mul(Momentum).add(gradient);
        return [before[0].sub(velocity.mul(LearningRate.At(samplesSeen))), velocity];
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, Tensor> ReadState(optim.Optimizer optimizer) => Momentum == 0
        ? new Dictionary<string, Tensor>()
        : OptimizerMemory.Read<SGD.State>(optimizer, (state, memory) => memory.Tensor("momentum_buffer", state.momentum_buffer));

    /// <inheritdoc/>
    public override void WriteState(optim.Optimizer optimizer, IReadOnlyDictionary<string, Tensor> state)
    {
        if (Momentum != 0)
        {
            OptimizerMemory.Write<SGD.State>(optimizer, state, (own, memory) => own.momentum_buffer = memory.Put(own.momentum_buffer, "momentum_buffer"));
        }
    }

    /// <inheritdoc/>
    public override void Validate(OptionProblems problems)
    {
        base.Validate(problems);
        problems.InRange(Momentum, 0, 1);
    }
}
