using TorchSharp;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Gan.Net.LibTorch.Tests;

public sealed class ContainerTests : IDisposable
{
    private readonly DisposeScope scope = NewDisposeScope();

    [Fact]
    public void Sequential_NumberedAndNamed_ChainsAndNamesItsParts()
    {
        using var row = Sequential(Linear(2, 3), Tanh()).append(Linear(3, 1)).append("last", Identity());
        Assert.Equal(["0", "1", "2", "last"], row.named_children().Select(pair => pair.name));
        Assert.Equal(["0.weight", "0.bias", "2.weight", "2.bias"], row.state_dict().Keys);
        Assert.Equal(4, row.Count);
        var input = ones(2, 2);
        var first = (TorchSharp.Modules.Linear)row[0];
        var third = (TorchSharp.Modules.Linear)row[2];
        Assert.Equal(TensorValues.Read(third.call(first.call(input).tanh())), TensorValues.Read(row.call(input)));
        Assert.Empty(row.named_parameters(recurse: false));
    }

    [Fact]
    public void Sequential_EveryFactory_SameParts()
    {
        Module<Tensor, Tensor> One() => ReLU();
        Assert.Equal(0, Sequential().Count);
        Assert.Equal(["a"], Names(Sequential(("a", One()))));
        Assert.Equal(["a"], Names(Sequential(Tuple.Create("a", One()))));
        Assert.Equal(["a"], Names(Sequential(new List<(string, Module<Tensor, Tensor>)> { ("a", One()) })));
        Assert.Equal(["a"], Names(Sequential(new List<Tuple<string, Module<Tensor, Tensor>>> { Tuple.Create("a", One()) })));
        Assert.Equal(["0"], Names(Sequential(new List<Module<Tensor, Tensor>> { One() })));
        Assert.Equal(["0", "1"], Names(Sequential(One(), One())));
    }

    [Fact]
    public void Sequential_Empty_HandsBackAnotherHandleToTheInput()
    {
        using var row = Sequential();
        var input = TensorValues.Vector(1, 2);
        var output = row.call(input);
        Assert.NotSame(input, output);
        output.mul_(3);
        Assert.Equal([3, 6], TensorValues.Read(input));
    }

    [Fact]
    public void Sequential_Slices_ShareTheParts()
    {
        using var row = Sequential(("a", Linear(1, 1)), ("b", ReLU()), ("c", Linear(1, 1)));
        Assert.Equal(["b", "c"], Names(row[1..]));
        Assert.Equal(["a", "b"], Names(row[..^1]));
        Assert.Equal(["b"], Names(row[(1, 2)]));
        Assert.Equal(["a", "b"], Names(row[(null, 2)]));
        Assert.Same(row[2], row[1..][1]);
        Assert.Throws<IndexOutOfRangeException>(() => row[(0, 4)]);
    }

    [Fact]
    public void Sequential_Call_FreesWhatLiesBetween()
    {
        using var row = Sequential(Linear(2, 2), ReLU(), Linear(2, 2), Sigmoid());
        using var _ = no_grad();
        var input = ones(1, 2);
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        var output = row.call(input);
        Assert.Equal(before + 1, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        Assert.False(input.IsInvalid);
    }

    [Fact]
    public void Sequential_Disposed_DisposesItsParts()
    {
        var part = Linear(1, 1);
        Sequential(part).Dispose();
        Assert.True(part.weight.IsInvalid);
    }

    [Fact]
    public void ModuleList_Registered_NumbersItsModules()
    {
        using var owner = new BareModule();
        var list = ModuleList(Linear(1, 2), Linear(2, 1));
        list.append(Linear(3, 3));
        list.extend([Linear(4, 4)]);
        owner.register_module("list", list);
        list.Add(Linear(5, 5));
        Assert.Equal(5, list.Count);
        Assert.Equal(
            ["list.0.weight", "list.0.bias", "list.1.weight", "list.1.bias", "list.2.weight", "list.2.bias", "list.3.weight", "list.3.bias"], owner.state_dict().Keys);
        Assert.Equal([2, 1], list[1].weight.shape.Reverse());
        list.Insert(0, list[4]);
        Assert.Equal(0, list.IndexOf(list[5]));
        list.RemoveAt(0);
        Assert.True(list.Remove(list[4]) && list.Contains(list[0]) && list.Count == 4);
    }

    [Fact]
    public void ModuleDict_Registered_NamesItsModules()
    {
        using var owner = new BareModule();
        var named = ModuleDict(("b", Linear(1, 1)), ("a", Linear(2, 2)));
        owner.register_module("named", named);
        Assert.Equal(["named.b.weight", "named.b.bias", "named.a.weight", "named.a.bias"], owner.state_dict().Keys);
        Assert.Equal(2, named["a"].in_features);
        Assert.Equal("b", named[0].Item1);
        Assert.True(named.TryGetValue("b", out var found) && found.in_features == 1);
        Assert.True(named.Remove("b"));
        Assert.False(named.ContainsKey("b"));
        Assert.Equal(["a"], named.Keys);
    }

    [Fact]
    public void ParameterList_MovedAndListed_KeepsItsNumbers()
    {
        using var owner = new BareModule();
        var list = ParameterList(nn.Parameter(ones(2)), nn.Parameter(zeros(3)));
        owner.register_module("p", list);
        var old = list[1];
        owner.to(ScalarType.Float64);
        Assert.Equal(["p.0", "p.1"], owner.state_dict().Keys);
        Assert.Equal(ScalarType.Float64, owner.get_parameter("p.1")!.dtype);
        Assert.True(old.IsInvalid);
        Assert.False(list.has_parameter("2"));
        Assert.Null(list.get_parameter("x"));
    }

    [Fact]
    public void ParameterDict_MovedAndListed_KeepsItsNames()
    {
        using var owner = new BareModule();
        var named = ParameterDict(("z", nn.Parameter(ones(2))), ("y", nn.Parameter(zeros(3))));
        owner.register_module("p", named);
        owner.to(ScalarType.Float64);
        Assert.Equal(["p.z", "p.y"], owner.named_parameters().Select(pair => pair.name));
        Assert.Equal(ScalarType.Float64, named["y"].dtype);
        Assert.Equal([2], owner.get_parameter("p.z")!.shape);
        Assert.False(named.has_parameter("x"));
    }

    [Fact]
    public void OrderedDict_AddsReplacesRemoves_KeepsTheOrderOfInsertion()
    {
        var entries = new OrderedDict<string, int> { { "c", 1 }, { "a", 2 }, ("b", 3) };
        entries["a"] = 20;
        entries["d"] = 4;
        Assert.Equal([("c", 1), ("a", 20), ("b", 3), ("d", 4)], entries.ToArray<(string, int)>());
        Assert.True(entries.Remove("a"));
        Assert.False(entries.Remove("a"));
        entries.Insert(1, ("e", 5));
        entries[0] = ("f", 6);
        entries.RemoveAt(2);
        Assert.Equal(["f", "e", "d"], entries.keys());
        Assert.Equal([6, 5, 4], entries.values());
        Assert.False(entries.ContainsKey("c"));
        Assert.Throws<ArgumentException>(() => entries.Add("f", 0));
        Assert.Throws<ArgumentException>(() => entries.Insert(0, ("f", 0)));
        Assert.Throws<KeyNotFoundException>(() => entries["c"]);
        var pairs = new KeyValuePair<string, int>[3];
        entries.CopyTo(pairs, 0);
        Assert.Equal(("d", 4), (pairs[2].Key, pairs[2].Value));
        entries.Clear();
        Assert.Empty(entries.Keys);
    }

    public void Dispose() => scope.Dispose();

    private static IEnumerable<string> Names(nn.Module module) => module.named_children().Select(pair => pair.name);
}
