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
    public IReadOnlyList<Tensor> Memory(optim.Optimizer optimizer) =>
        Momentum == 0 ? [] : [new OptimizerMemory<SGD.State>(optimizer).Copy(state => state.momentum_buffer)];

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
        : new OptimizerMemory<SGD.State>(optimizer).Tensor("momentum_buffer", state => state.momentum_buffer).Tensors;

    /// <inheritdoc/>
    public override void WriteState(optim.Optimizer optimizer, IReadOnlyDictionary<string, Tensor> state)
    {
        if (Momentum != 0)
        {
            new OptimizerMemory<SGD.State>(optimizer, state)
                .SetOptional("momentum_buffer", own => own.momentum_buffer, (own, buffer) => own.momentum_buffer = buffer);
        }
    }

    /// <inheritdoc/>
    public override void Validate(OptionProblems problems)
    {
        base.Validate(problems);
        problems.InRange(Momentum, 0, 1);
    }
}
