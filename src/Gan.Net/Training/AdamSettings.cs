using Gan.Net.Schedules;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>Adam (Kingma and Ba 2014). The defaults are the DCGAN paper's: rate 2e-4, beta 0.5 and 0.999.</summary>
public sealed record AdamSettings : OptimizerSettings
{
    /// <summary>Step size, positive; a number, or a schedule over the samples seen. Default 2e-4.</summary>
    public override Schedule LearningRate { get; init; } = 2e-4;

    /// <summary>Decay of the mean of gradients, in [0, 1). Default 0.5.</summary>
    public double Beta1 { get; init; } = 0.5;

    /// <summary>Decay of the mean of squared gradients, in [0, 1); a number, or a schedule over the samples seen. Default 0.999.</summary>
    public Schedule Beta2 { get; init; } = 0.999;

    /// <summary>Added to the root of the second moment, positive. Default 1e-8.</summary>
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>L2 decay added to the gradient, at least 0. Default 0.</summary>
    public double WeightDecay { get; init; }

    /// <inheritdoc/>
    public override optim.Optimizer Create(IReadOnlyList<Parameter> parameters) =>
        optim.Adam(parameters, LearningRate.At(0), Beta1, Beta2.At(0), Epsilon, WeightDecay);

    /// <inheritdoc/>
    public override void Adjust(optim.Optimizer optimizer, long samplesSeen)
    {
        base.Adjust(optimizer, samplesSeen);
        if (Beta2 is not ConstantSchedule)
        {
            foreach (var group in optimizer.ParamGroups.OfType<optim.IBetas>())
            {
                group.Betas = (Beta1, Beta2.At(samplesSeen));
            }
        }
    }

    /// <inheritdoc/>
    public override void Validate(OptionProblems problems)
    {
        base.Validate(problems);
        problems.InRange(Beta1, 0, 1).InRange(Beta2, 0, 1).Positive(Epsilon).AtLeast(WeightDecay, 0);
    }
}
