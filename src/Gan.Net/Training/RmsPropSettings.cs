using Gan.Net.Schedules;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>RMSprop. The default rate, 5e-5, is the WGAN paper's.</summary>
public sealed record RmsPropSettings : OptimizerSettings, IDifferentiableOptimizer
{
    // Below this a second moment has no slope: where a gradient was always zero, the root's would be infinite.
    private const double Smallest = 1e-30;

    /// <summary>Step size, positive; a number, or a schedule over the samples seen. Default 5e-5.</summary>
    public override Schedule LearningRate { get; init; } = 5e-5;

    /// <summary>Decay of the mean of squared gradients, in [0, 1). Default 0.99.</summary>
    public double Alpha { get; init; } = 0.99;

    /// <summary>Added to the root of the second moment, positive. Default 1e-8.</summary>
    public double Epsilon { get; init; } = 1e-8;

    /// <inheritdoc/>
    public override optim.Optimizer Create(IReadOnlyList<Parameter> parameters) => optim.RMSProp(parameters, LearningRate.At(0), Alpha, Epsilon);

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Memory(optim.Optimizer optimizer) =>
        [new OptimizerMemory<RMSProp.State>(optimizer).Copy(state => state.square_avg)];

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Step(IReadOnlyList<Tensor> before, Tensor gradient, long step, long samplesSeen)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(gradient);
        var square = before[1].mul(Alpha).add(gradient.square().mul(1 - Alpha));
        return [before[0].sub(gradient.div(square.clamp((Scalar)Smallest).sqrt().add(Epsilon)).mul(LearningRate.At(samplesSeen))), square];
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, Tensor> ReadState(optim.Optimizer optimizer) => new OptimizerMemory<RMSProp.State>(optimizer)
        .Count("step", state => state.step)
        .Tensor("square_avg", state => state.square_avg)
        .Tensors;

    /// <inheritdoc/>
    public override void WriteState(optim.Optimizer optimizer, IReadOnlyDictionary<string, Tensor> state) => new OptimizerMemory<RMSProp.State>(optimizer, state)
        .SetCount("step", (own, step) => own.step = step)
        .SetTensor("square_avg", own => own.square_avg);

    /// <inheritdoc/>
    public override void Validate(OptionProblems problems)
    {
        base.Validate(problems);
        problems.InRange(Alpha, 0, 1).Positive(Epsilon);
    }
}
