using Gan.Net.Checkpoints;
using Gan.Net.Schedules;
using Gan.Net.Tests.Support;
using Gan.Net.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Checkpoints;

/// <summary>What optimizers remember comes back bit for bit.</summary>
public sealed class OptimizerStateTests
{
    public static TheoryData<OptimizerSettings> All =>
        [
            .. typeof(OptimizerSettings).Assembly.GetExportedTypes()
                .Where(type => type.IsAssignableTo(typeof(OptimizerSettings)) && !type.IsAbstract)
                .Select(type => (OptimizerSettings)Activator.CreateInstance(type)!),
            new SgdSettings { Momentum = 0.9 },
        ];

    [Theory]
    [MemberData(nameof(All))]
    public void WriteState_OfAnotherAfterSomeSteps_StepsOnBitForBit(OptimizerSettings settings)
    {
        using var scope = NewDisposeScope();
        var (first, second) = (new Parameter(ones(5)), new Parameter(ones(5)));
        using var one = settings.Create([first]);
        using var other = settings.Create([second]);
        Step(first, one, 3);

        settings.WriteState(other, settings.ReadState(one));
        using (no_grad())
        {
            second.copy_(first);
        }

        Step(first, one, 3);
        Step(second, other, 3);

        Assert.Equal(first.bytes.ToArray(), second.bytes.ToArray());
        Assert.All(settings.ReadState(one), pair => Assert.Equal(pair.Value.bytes.ToArray(), settings.ReadState(other)[pair.Key].bytes.ToArray()));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void WriteState_OfAFreshOne_BeginsAnew(OptimizerSettings settings)
    {
        using var scope = NewDisposeScope();
        var parameter = new Parameter(ones(5));
        using var fresh = settings.Create([new Parameter(ones(5))]);
        using var used = settings.Create([parameter]);
        Step(parameter, used, 3);

        settings.WriteState(used, settings.ReadState(fresh));

        Assert.All(settings.ReadState(fresh), pair => Assert.Equal(pair.Value.bytes.ToArray(), settings.ReadState(used)[pair.Key].bytes.ToArray()));
    }

    [Fact]
    public void Save_OptimizerThatDoesNotSay_IsRefusedWithTheRemedy()
    {
        using var folder = new ScratchFolder();
        using var gan = new TinyGan(new GanTrainerOptions { GeneratorOptimizer = new OwnSettings() });
        using var source = gan.Source();
        using var run = RunCheckpoints.Open(folder.Path);

        var refusal = Assert.Throws<NotSupportedException>(() => run.Save(gan.Trainer, source));

        Assert.Equal("OwnSettings does not say what its optimizer remembers, so its game cannot be saved. Override ReadState and WriteState.", refusal.Message);
    }

    private static void Step(Parameter parameter, optim.Optimizer optimizer, int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            parameter.grad = parameter.detach().mul(0.25f + i);
            optimizer.step();
        }
    }

    private sealed record OwnSettings : OptimizerSettings
    {
        public override Schedule LearningRate { get; init; } = 0.1;

        public override optim.Optimizer Create(IReadOnlyList<Parameter> parameters) => optim.SGD(parameters, 0.1);
    }
}
