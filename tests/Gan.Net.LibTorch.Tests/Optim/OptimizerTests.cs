using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace Gan.Net.LibTorch.Tests.Optim;

/// <summary>What optimizers do besides their arithmetic.</summary>
public sealed class OptimizerTests
{
    private static readonly Dictionary<string, Func<IEnumerable<Parameter>, OptimizerHelper>> Kinds = new()
    {
        ["Adam"] = p => Adam(p, 0.1),
        ["Adam, amsgrad"] = p => Adam(p, 0.1, amsgrad: true, weight_decay: 0.1),
        ["AdamW"] = p => AdamW(p, 0.1, weight_decay: 0.1),
        ["SGD"] = p => SGD(p, 0.1, 0.9, nesterov: true),
        ["RMSProp"] = p => RMSProp(p, 0.1, momentum: 0.9, centered: true),
    };

    public static TheoryData<string> Names => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void LoadStateDict_OfAnotherOptimizer_ContinuesBitForBit(string kind)
    {
        using var scope = NewDisposeScope();
        var (first, second) = (Two(), Two());
        using var original = Kinds[kind](first);
        using var resumed = Kinds[kind](second);
        Walk(original, first, 3);
        foreach (var (from, to) in first.Zip(second))
        {
            using var off = no_grad();
            to.copy_(from);
        }

        resumed.load_state_dict(original.state_dict());
        Assert.True(resumed.state_dict().State.Zip(original.state_dict().State).All(pair => pair.First.ApproximatelyEquals(pair.Second)));
        Walk(original, first, 4);
        Walk(resumed, second, 4);
        Assert.All(first.Zip(second), pair => Assert.Equal(TensorValues.Read(pair.First), TensorValues.Read(pair.Second)));
        Assert.True(resumed.state_dict().State.Zip(original.state_dict().State).All(pair => pair.First.ApproximatelyEquals(pair.Second)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ApproximatelyEquals_AfterOneStepMore_False(string kind)
    {
        using var scope = NewDisposeScope();
        var (first, second) = (Two(), Two());
        using var one = Kinds[kind](first);
        using var other = Kinds[kind](second);
        Walk(one, first, 1);
        Walk(other, second, 2);
        Assert.False(one.state_dict().State[0].ApproximatelyEquals(other.state_dict().State[0]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void State_MadeLoadedAndMovedInAScope_OutlivesIt(string kind)
    {
        using var outer = NewDisposeScope();
        var (first, second) = (Two(), Two());
        OptimizerHelper one, other;
        using (NewDisposeScope())
        {
            one = Kinds[kind](first);
            other = Kinds[kind](second);
            Walk(other, second, 1);
            one.load_state_dict(other.state_dict());
            one.to(CPU);
        }

        Walk(one, first, 1);
        one.Dispose();
        other.Dispose();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Step_ManyTimes_LeavesNoTensors(string kind)
    {
        using var scope = NewDisposeScope();
        var parameters = Two();
        using var optimizer = Kinds[kind](parameters);
        Walk(optimizer, parameters, 1);
        var before = scope.DisposablesCount;
        for (var step = 0; step < 10; step++)
        {
            optimizer.step();
            optimizer.zero_grad();
        }

        Assert.Equal(before, scope.DisposablesCount);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Dispose_Twice_FreesTheStateOnce(string kind)
    {
        using var scope = NewDisposeScope();
        var parameters = Two();
        var optimizer = Kinds[kind](parameters);
        Walk(optimizer, parameters, 1);
        var states = optimizer.state_dict().State;
        optimizer.Dispose();
        optimizer.Dispose();
        Assert.All(states.SelectMany(TensorsOf), tensor => Assert.True(tensor.IsInvalid));
        Assert.All(parameters, parameter => Assert.False(parameter.IsInvalid));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Step_ParameterWithoutGradient_StaysAsItIs(string kind)
    {
        using var scope = NewDisposeScope();
        var parameters = Two();
        using var optimizer = Kinds[kind](parameters);
        parameters[1].grad = TensorValues.Vector(1);
        optimizer.step();
        Assert.Equal([1, 2], TensorValues.Read(parameters[0]));
        Assert.NotEqual([3], TensorValues.Read(parameters[1]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Step_Closure_RunsWithGradientsOnAndGivesItsLoss(string kind)
    {
        using var scope = NewDisposeScope();
        using var optimizer = Kinds[kind](Two());
        using var off = no_grad();
        var loss = TensorValues.Vector(5);
        var result = optimizer.step(() =>
        {
            Assert.True(is_grad_enabled());
            return loss;
        });
        Assert.Same(loss, result);
        Assert.False(is_grad_enabled());
    }

    [Fact]
    public void ZeroGrad_GradientThatIsAView_ZeroesTheMemoryBehindIt()
    {
        using var scope = NewDisposeScope();
        var parameters = Two();
        using var optimizer = Adam(parameters);
        var gradient = TensorValues.Vector(7, 8);
        parameters[0].grad = gradient;
        optimizer.zero_grad();
        Assert.Equal([0, 0], TensorValues.Read(gradient));
        Assert.Null(parameters[1].grad);
    }

    [Fact]
    public void AddParamGroup_OptionsLeftOut_AreThoseOfTheOptimizer()
    {
        using var scope = NewDisposeScope();
        var parameters = Two();
        using var optimizer = Adam([parameters[0]], 0.5, 0.3, 0.7, 1e-3, 0.2, true, true);
        optimizer.add_param_group(new Adam.ParamGroup { Parameters = [parameters[1]], Options = new() { LearningRate = 0.25, beta1 = 0.1 } });
        var added = (Adam.Options)optimizer.state_dict().Options[1];
        Assert.Equal((0.25, 0.25, 0.1, 0.7), (added.LearningRate, added.InitialLearningRate, added.beta1, added.beta2));
        Assert.Equal((1e-3, 0.2, true, true), (added.eps, added.weight_decay, added.amsgrad, added.maximize));
        Assert.Equal(parameters, optimizer.parameters());
    }

    [Fact]
    public void Step_TwoGroups_EachByItsOwnRate()
    {
        using var scope = NewDisposeScope();
        var parameters = Two();
        using var optimizer = SGD([new SGD.ParamGroup([parameters[0]], 0.5), new SGD.ParamGroup { Parameters = [parameters[1]] }], 0.125);
        parameters[0].grad = TensorValues.Vector(1, 1);
        parameters[1].grad = TensorValues.Vector(1);
        optimizer.ParamGroups.Last().LearningRate *= 2;
        optimizer.step();
        Assert.Equal([0.5, 1.5], TensorValues.Read(parameters[0]));
        Assert.Equal([2.75], TensorValues.Read(parameters[1]));
        Assert.Equal(0.125, optimizer.ParamGroups.Last().InitialLearningRate);
    }

    [Fact]
    public void StateDict_TwoGroups_NumbersParametersThrough()
    {
        using var scope = NewDisposeScope();
        var parameters = Two();
        using var optimizer = RMSProp([new RMSProp.ParamGroup(parameters), new RMSProp.ParamGroup([new Parameter(TensorValues.Vector(4))])]);
        var dictionary = optimizer.state_dict();
        Assert.Equal([[0, 1], [2]], dictionary.StateIndexRef);
        Assert.Equal([2, 1, 1], dictionary.State.Select(state => ((RMSProp.State)state).square_avg.NumberOfElements));
    }

    [Fact]
    public void LoadStateDict_OtherNumberOfParameters_ThrowsAndChangesNothing()
    {
        using var scope = NewDisposeScope();
        using var one = Adam(Two(), 0.5);
        using var other = Adam(Two()[..1], 0.25);
        var failure = Assert.Throws<ArgumentException>(() => one.load_state_dict(other.state_dict()));
        Assert.Equal("The optimizer has 2 states, the given state 1. Load the state of one built like it.", failure.Message);
        Assert.Equal(0.5, one.ParamGroups.Single().LearningRate);
    }

    [Fact]
    public void Adam_NamedParameters_TakesThem()
    {
        using var scope = NewDisposeScope();
        var parameters = Two();
        using var optimizer = Adam(parameters.Select((parameter, i) => ($"{i}", parameter)));
        Assert.Equal(parameters, optimizer.parameters());
    }

    [Fact]
    public void Betas_OfTheOptimizer_AreTheDefaultsOfLaterGroups()
    {
        using var scope = NewDisposeScope();
        var parameters = Two();
        using var optimizer = Adam([parameters[0]]);
        optimizer.Betas = (0.25, 0.75);
        optimizer.add_param_group(new Adam.ParamGroup { Parameters = [parameters[1]] });
        Assert.Equal([(0.9, 0.999), (0.25, 0.75)], optimizer.ParamGroups.Select(group => ((IBetas)group).Betas));
    }

    [Fact]
    public void Initialize_AfterSteps_BeginsAnew()
    {
        using var scope = NewDisposeScope();
        var parameters = Two();
        using var optimizer = Adam(parameters);
        Walk(optimizer, parameters, 2);
        var state = (Adam.State)optimizer.state_dict().State[0];
        Assert.Equal(2, state.step);
        state.Initialize(optimizer.state_dict().Options[0]);
        Assert.Equal(0, state.step);
        Assert.Equal([0, 0], TensorValues.Read(state.exp_avg_sq));
    }

    [Fact]
    public void Constructor_InvalidOption_ThrowsWithItsValue()
    {
        Assert.Equal("Invalid learning rate: -1", Assert.Throws<ArgumentException>(() => Adam(Array.Empty<Parameter>(), -1)).Message);
        Assert.Equal("Invalid beta1: 1", Assert.Throws<ArgumentException>(() => Adam(Array.Empty<Parameter>(), beta1: 1)).Message);
        Assert.Equal("Invalid beta2: -0.5", Assert.Throws<ArgumentException>(() => AdamW(Array.Empty<Parameter>(), beta2: -0.5)).Message);
        Assert.Equal("Invalid momentum: -2", Assert.Throws<ArgumentException>(() => SGD(Array.Empty<Parameter>(), 1, -2)).Message);
        Assert.Equal("Invalid alpha: -3", Assert.Throws<ArgumentException>(() => RMSProp(Array.Empty<Parameter>(), alpha: -3)).Message);
        Assert.Throws<ArgumentException>(() => SGD(Array.Empty<Parameter>(), 1, nesterov: true));
    }

    [Fact]
    public void CustomOptimizer_StepHelper_RunsEachGroupWithGradientsOffInAScope()
    {
        using var scope = NewDisposeScope();
        var parameters = Two();
        using var optimizer = new Halving(parameters);
        optimizer.step();
        Assert.Equal([0.5, 1], TensorValues.Read(parameters[0]));
        Assert.Equal(2, scope.DisposablesCount);
    }

    // [1, 2] and [3].
    private static Parameter[] Two() => [new(TensorValues.Vector(1, 2)), new(TensorValues.Vector(3))];

    private static void Walk(Optimizer optimizer, Parameter[] parameters, int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            foreach (var parameter in parameters)
            {
                parameter.grad = TensorValues.Vector([.. TensorValues.Read(parameter).Select(value => Math.Sin(value + step))]);
            }

            optimizer.step();
        }
    }

    private static IEnumerable<Tensor> TensorsOf(OptimizerState state) => state.GetType().GetFields()
        .Select(field => field.GetValue(state)).OfType<Tensor>();

    private sealed class Halving : OptimizerHelper
    {
        public Halving(IEnumerable<Parameter> parameters) => add_param_group(new ParamGroup { Parameters = parameters });

        public override Tensor? step(Func<Tensor>? closure = null) => _step<ParamGroup>(
            group =>
            {
                foreach (var parameter in group.Parameters)
                {
                    parameter.copy_(TensorValues.Vector([.. TensorValues.Read(parameter).Select(value => value / 2)]));
                }
            },
            closure);
    }
}
