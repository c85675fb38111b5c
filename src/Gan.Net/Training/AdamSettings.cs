using Gan.Net.Schedules;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>Adam (Kingma and Ba 2014). The defaults are the DCGAN paper's: rate 2e-4, beta 0.5 and 0.999.</summary>
public sealed record AdamSettings : OptimizerSettings, IDifferentiableOptimizer
{
    // Below this a second moment has no slope: where a gradient was always zero, the root's would be infinite.
    private const double Smallest = 1e-30;

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

    /// <summary>
    /// The <see cref="Regularizers.IRegularizer.Every"/> of this player's penalty, when Adam is to be corrected for it as StyleGAN2 does (Karras et
    /// al. 2020, appendix B): with n above 1 and r = n / (n + 1), the rate is multiplied by r and both betas are raised to the power r, schedules too.
    /// At least 1. Default 1: no correction.
    /// </summary>
    public int LazyInterval { get; init; } = 1;

    // One step in n + 1 of StyleGAN2's is the penalty's own.
    private double LazyShare => LazyInterval == 1 ? 1 : LazyInterval / (LazyInterval + 1.0);

    /// <inheritdoc/>
    public override optim.Optimizer Create(IReadOnlyList<Parameter> parameters)
    {
        var (rate, beta1, beta2) = At(0);
        return optim.Adam(parameters, rate, beta1, beta2, Epsilon, WeightDecay);
    }

    /// <inheritdoc/>
    public override void Adjust(optim.Optimizer optimizer, long samplesSeen)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        var (rate, beta1, beta2) = At(samplesSeen);
        foreach (var group in LearningRate is ConstantSchedule ? [] : optimizer.ParamGroups)
        {
            group.LearningRate = rate;
        }

        foreach (var group in Beta2 is ConstantSchedule ? [] : optimizer.ParamGroups.OfType<optim.IBetas>())
        {
            group.Betas = (beta1, beta2);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Memory(optim.Optimizer optimizer)
    {
        var memory = new OptimizerMemory<Adam.State>(optimizer);
        return [memory.Copy(state => state.exp_avg), memory.Copy(state => state.exp_avg_sq)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<Tensor> Step(IReadOnlyList<Tensor> before, Tensor gradient, long step, long samplesSeen)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(gradient);
        var (rate, beta1, beta2) = At(samplesSeen);
        var slope = WeightDecay == 0 ? gradient : gradient.add(before[0].mul(WeightDecay));
        var mean = before[1].mul(beta1).add(slope.mul(1 - beta1));
        var square = before[2].mul(beta2).add(slope.square().mul(1 - beta2));
        var length = square.clamp((Scalar)Smallest).sqrt().div(Math.Sqrt(1 - Math.Pow(beta2, step))).add(Epsilon);
        return [before[0].sub(mean.div(length).mul(rate / (1 - Math.Pow(beta1, step)))), mean, square];
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, Tensor> ReadState(optim.Optimizer optimizer) => new OptimizerMemory<Adam.State>(optimizer)
        .Count("step", state => state.step)
        .Tensor("exp_avg", state => state.exp_avg)
        .Tensor("exp_avg_sq", state => state.exp_avg_sq)
        .Tensors;

    /// <inheritdoc/>
    public override void WriteState(optim.Optimizer optimizer, IReadOnlyDictionary<string, Tensor> state) => new OptimizerMemory<Adam.State>(optimizer, state)
        .SetCount("step", (own, step) => own.step = step)
        .SetTensor("exp_avg", own => own.exp_avg)
        .SetTensor("exp_avg_sq", own => own.exp_avg_sq);

    /// <inheritdoc/>
    public override void Validate(OptionProblems problems)
    {
        base.Validate(problems);
        problems.InRange(Beta1, 0, 1).InRange(Beta2, 0, 1).Positive(Epsilon).AtLeast(WeightDecay, 0).AtLeast(LazyInterval, 1);
    }

    private (double Rate, double Beta1, double Beta2) At(long samplesSeen) =>
        (LearningRate.At(samplesSeen) * LazyShare, Math.Pow(Beta1, LazyShare), Math.Pow(Beta2.At(samplesSeen), LazyShare));
}
