using Gan.Net.Schedules;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>Stochastic gradient descent, plain or with momentum.</summary>
public sealed record SgdSettings : OptimizerSettings
{
    /// <summary>Step size, positive; a number, or a schedule over the samples seen. Default 0.01.</summary>
    public override Schedule LearningRate { get; init; } = 0.01;

    /// <summary>Momentum, in [0, 1). Default 0.</summary>
    public double Momentum { get; init; }

    /// <inheritdoc/>
    public override optim.Optimizer Create(IReadOnlyList<Parameter> parameters) => optim.SGD(parameters, LearningRate.At(0), Momentum);

    /// <inheritdoc/>
    public override void Validate(OptionProblems problems)
    {
        base.Validate(problems);
        problems.InRange(Momentum, 0, 1);
    }
}
