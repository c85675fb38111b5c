using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler;
using static TorchSharp.torch.optim.lr_scheduler.impl.CyclicLR;
using static TorchSharp.torch.optim.lr_scheduler.impl.OneCycleLR;

namespace Gan.Net.LibTorch.Tests.Optim;

public sealed class SchedulerTests
{
    private static readonly Dictionary<string, Func<Optimizer, LRScheduler>> Schedules = new()
    {
        ["StepLR"] = o => StepLR(o, 7, 0.5),
        ["MultiStepLR"] = o => MultiStepLR(o, [5, 20, 45], 0.3),
        ["ExponentialLR"] = o => ExponentialLR(o, 0.95),
        ["LambdaLR"] = o => LambdaLR(o, epoch => Math.Pow(0.97, epoch) + (epoch * 0.01)),
        ["MultiplicativeLR"] = o => MultiplicativeLR(o, epoch => epoch % 4 != 0 ? 0.9 : 1.1),
        ["LinearLR"] = o => LinearLR(o, 0.25, 0.75, 25),
        ["LinearLR/defaults"] = o => LinearLR(o),
        ["ConstantLR"] = o => ConstantLR(o, 0.4, 12),
        ["CosineAnnealingLR"] = o => CosineAnnealingLR(o, 17, 0.001),
        ["PolynomialLR"] = o => PolynomialLR(o, 40, 2.5),
        ["PolynomialLR/defaults"] = o => PolynomialLR(o),
        ["CyclicLR"] = o => CyclicLR(o, 0.001, 0.1, 7, 11),
        ["CyclicLR/triangular2"] = o => CyclicLR(o, 0.001, 0.1, 6, mode: Mode.Triangular2),
        ["CyclicLR/exp_range"] = o => CyclicLR(o, 0.001, 0.1, 6, mode: Mode.ExpRange, gamma: 0.98),
        ["CyclicLR/scale_fn"] = o => CyclicLR(o, 0.001, 0.1, 6, scale_fn: x => 1 / (1 + x), scale_mode: ScaleMode.Iterations),
        ["OneCycleLR"] = o => OneCycleLR(o, 0.1, 60),
        ["OneCycleLR/linear"] = o => OneCycleLR(
            o, 0.1, epochs: 12, steps_per_epoch: 5, pct_start: 0.4, anneal_strategy: AnnealStrategy.Linear, div_factor: 10, final_div_factor: 100),
        ["OneCycleLR/three_phase"] = o => OneCycleLR(o, 0.1, 60, three_phase: true),
        ["ReduceLROnPlateau"] = o => ReduceLROnPlateau(o, factor: 0.5, patience: 3, cooldown: 2, min_lr: [0.002]),
        ["ReduceLROnPlateau/max"] = o => ReduceLROnPlateau(o, "max", 0.7, 2, 0.05, "abs"),
        ["ChainedLR"] = o => ChainedLR([ConstantLR(o, 0.1, 9), ExponentialLR(o, 0.9)]),
        ["SequentialLR"] = o => SequentialLR(o, [ConstantLR(o, 0.1, 4), ExponentialLR(o, 0.9), StepLR(o, 5, 0.5)], [10, 30]),
    };

    private static readonly Dictionary<string, Func<Optimizer, LRScheduler>> WithFormula = new(
        Schedules.Where(pair => pair.Key is "StepLR" or "MultiStepLR" or "ExponentialLR" or "LinearLR" or "ConstantLR" or "CosineAnnealingLR" or "PolynomialLR"));

    public static TheoryData<string> Names => [.. Schedules.Keys];

    public static TheoryData<string> NamesWithFormula => [.. WithFormula.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Step_SixtyTimes_FollowsPyTorch(string name)
    {
        using var optimizer = TwoGroups();
        var scheduler = Schedules[name](optimizer);
        for (var epoch = 0; epoch < ReferenceRuns.Of(name).Length; epoch++)
        {
            var rates = optimizer.ParamGroups.Select(group => group.LearningRate).ToArray();
            ReferenceRuns.AssertRow(name, epoch, [.. rates, ((IMomentum)optimizer.ParamGroups.First()).Momentum]);
            Assert.Equal(rates, scheduler.get_last_lr());
            Advance(name, scheduler, epoch);
        }
    }

    [Theory]
    [MemberData(nameof(NamesWithFormula))]
    public void Step_ToANamedEpoch_SameRateAsStepByStep(string name)
    {
        using var optimizer = TwoGroups();
        var scheduler = Schedules[name](optimizer);
        foreach (var epoch in new[] { 13, 44, 7 })
        {
            scheduler.step(epoch);
            ReferenceRuns.AssertRow(name, epoch, [.. scheduler.get_last_lr(), 0.9]);
        }
    }

    [Fact]
    public void Schedules_FileAndTable_NameTheSame() =>
        Assert.Equal(ReferenceRuns.Names.Where(name => !name.EndsWith(')')).Order(), Schedules.Keys.Order());

    [Fact]
    public void OneCycleLR_OfAdam_SteersTheFirstBeta()
    {
        using var scope = NewDisposeScope();
        using var optimizer = Adam([new Parameter(TensorValues.Vector(1))]);
        var scheduler = OneCycleLR(optimizer, 0.1, 10);
        var betas = (IBetas)optimizer.ParamGroups.Single();
        Assert.Equal((0.95, 0.999), betas.Betas);
        scheduler.step();
        scheduler.step();
        Assert.Equal((0.85, 0.999), betas.Betas);
    }

    [Fact]
    public void OneCycleLR_PastItsEnd_Throws()
    {
        using var optimizer = TwoGroups();
        var scheduler = OneCycleLR(optimizer, 0.1, 2);
        scheduler.step();
        scheduler.step();
        Assert.Equal("Step 4 was asked of a schedule of 2 steps.", Assert.Throws<InvalidOperationException>(scheduler.step).Message);
    }

    [Fact]
    public void ReduceLROnPlateau_WithoutMetric_Throws()
    {
        using var optimizer = TwoGroups();
        var scheduler = ReduceLROnPlateau(optimizer);
        Assert.Equal("ReduceLROnPlateau needs a metric. Call step(metric).", Assert.Throws<InvalidOperationException>(scheduler.step).Message);
    }

    [Fact]
    public void SequentialLR_WrongNumberOfMilestones_Throws()
    {
        using var optimizer = TwoGroups();
        var failure = Assert.Throws<ArgumentException>(() => SequentialLR(optimizer, [ConstantLR(optimizer), ConstantLR(optimizer)], [3, 4]));
        Assert.Equal("2 schedules came with 2 milestones. Give one milestone less than schedules.", failure.Message);
    }

    [Fact]
    public void CyclicLR_OptimizerWithoutMomentum_Throws()
    {
        using var scope = NewDisposeScope();
        using var optimizer = Adam([new Parameter(TensorValues.Vector(1))]);
        Assert.Throws<ArgumentException>(() => CyclicLR(optimizer, 0.1, 0.2));
    }

    private static void Advance(string name, LRScheduler scheduler, int epoch)
    {
        if (name.StartsWith("Reduce", StringComparison.Ordinal))
        {
            scheduler.step(epoch < 15 ? 1.0 / (1 + epoch) : 0.05 + (epoch * 7 % 5 * 0.01));
        }
        else
        {
            scheduler.step();
        }
    }

    private static SGD TwoGroups()
    {
        using var scope = NewDisposeScope();
        return SGD(
            [new SGD.ParamGroup { Parameters = [new Parameter(TensorValues.Vector(0))] }, new([new Parameter(TensorValues.Vector(0))], 0.2, 0.9)], 0.05, 0.9);
    }
}
