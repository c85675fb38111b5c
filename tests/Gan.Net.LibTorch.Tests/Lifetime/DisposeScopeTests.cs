using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests.Lifetime;

public sealed class DisposeScopeTests
{
    [Fact]
    public void Dispose_TensorsMadeInIt_AreDisposedAndOthersNot()
    {
        using var before = One();
        Tensor inside;
        using (NewDisposeScope())
        {
            inside = One();
        }

        Assert.True(inside.IsInvalid);
        Assert.False(before.IsInvalid);
    }

    [Fact]
    public void Dispose_NestedScope_TakesItsOwnOnly()
    {
        using var outer = NewDisposeScope();
        var early = One();
        Tensor inside;
        using (var inner = NewDisposeScope())
        {
            Assert.Same(inner, CurrentDisposeScope);
            inside = One();
        }

        Assert.Same(outer, CurrentDisposeScope);
        Assert.True(inside.IsInvalid);
        Assert.False(early.IsInvalid);
        Assert.Equal(1, outer.DisposablesCount);
    }

    [Fact]
    public void MoveToOuter_EveryForm_OutlivesTheInnerScopeAndDiesWithTheOuter()
    {
        Tensor[] moved = [];
        using (var outer = NewDisposeScope())
        {
            using (var inner = NewDisposeScope())
            {
                moved = [.. Enumerable.Range(0, 9).Select(_ => One())];
                Assert.Same(moved[0], inner.MoveToOuter(moved[0]));
                Assert.Equal((moved[1], moved[2]), inner.MoveToOuter(moved[1], moved[2]));
                Assert.Equal((moved[3], moved[4], moved[5]), inner.MoveToOuter(moved[3], moved[4], moved[5]));
                inner.MoveToOuter((IDisposable)moved[6]);
                inner.MoveToOuter(new List<IDisposable> { moved[7] });
                Assert.Same(moved[8], moved[8].MoveToOuterDisposeScope());
                Assert.Equal(0, inner.DisposablesCount);
            }

            Assert.All(moved, tensor => Assert.False(tensor.IsInvalid));
            Assert.Equal(moved.Length, outer.DisposablesCount);
        }

        Assert.All(moved, tensor => Assert.True(tensor.IsInvalid));
    }

    [Fact]
    public void MoveToOuter_OutermostScope_Detaches()
    {
        Tensor moved;
        using (var scope = NewDisposeScope())
        {
            moved = scope.MoveToOuter(One());
        }

        Assert.False(moved.IsInvalid);
        moved.Dispose();
    }

    [Fact]
    public void MoveToOther_EveryForm_BelongsToTheOther()
    {
        using var other = NewDisposeScope();
        using var between = NewDisposeScope();
        using var scope = NewDisposeScope();
        var moved = Enumerable.Range(0, 10).Select(_ => One()).ToArray();
        scope.MoveToOther(other, moved[0]);
        scope.MoveToOther(other, moved[1], moved[2]);
        scope.MoveToOther(other, moved[3], moved[4], moved[5]);
        scope.MoveToOther(other, (IDisposable)moved[6]);
        scope.MoveToOther(other, new List<IDisposable> { moved[7] });
        moved[8].MoveToOtherDisposeScope(other);
        moved[9].MoveToOtherDisposeScope(moved[0]);
        Assert.All(moved, tensor => Assert.True(other.Contains(tensor)));
        Assert.Equal((0, 0, 10), (scope.DisposablesCount, between.DisposablesCount, other.DisposablesCount));
    }

    [Fact]
    public void MoveToOther_TensorOfAThirdScope_StaysThere()
    {
        using var third = NewDisposeScope();
        var tensor = One();
        using var other = NewDisposeScope();
        using var scope = NewDisposeScope();
        scope.MoveToOther(other, tensor);
        Assert.True(third.Contains(tensor));
    }

    [Fact]
    public void MoveToOtherDisposeScope_Null_Detaches()
    {
        using var scope = NewDisposeScope();
        using var tensor = One();
        tensor.MoveToOtherDisposeScope((DisposeScope?)null);
        Assert.Equal(0, scope.DisposablesCount);
    }

    [Fact]
    public void MoveToOther_ClosedScope_LeavesTheTensorToTheCollector()
    {
        var before = Garbage.Settle();
        Garbage.Lose(() =>
        {
            var closed = NewDisposeScope();
            closed.Dispose();
            using var scope = NewDisposeScope();
            var tensor = scope.MoveToOther(closed, One());
            scope.Dispose();
            Assert.False(tensor.IsInvalid);
        });
        Assert.Equal(before, Garbage.Settle());
    }

    [Fact]
    public void Detach_EveryForm_OutlivesTheScope()
    {
        Tensor[] kept;
        using (var scope = NewDisposeScope())
        {
            kept = [.. Enumerable.Range(0, 9).Select(_ => One())];
            Assert.Same(kept[0], scope.Detach(kept[0]));
            Assert.Equal((kept[1], kept[2]), scope.Detach(kept[1], kept[2]));
            Assert.Equal((kept[3], kept[4], kept[5]), scope.Detach(kept[3], kept[4], kept[5]));
            scope.Detach((IDisposable)kept[6]);
            scope.Detach(new List<IDisposable> { kept[7] });
            Assert.Same(kept[8], kept[8].DetachFromDisposeScope());
            Assert.Equal(0, scope.DisposablesCount);
        }

        Assert.All(kept, tensor => Assert.False(tensor.IsInvalid));
        Array.ForEach(kept, tensor => tensor.Dispose());
    }

    [Fact]
    public void Attach_EveryForm_DiesWithTheScope()
    {
        Tensor[] attached = [.. Enumerable.Range(0, 4).Select(_ => One())];
        using (var scope = NewDisposeScope())
        {
            scope.Attach(attached[0]);
            scope.Attach(attached[1], attached[2]);
            Assert.Equal([attached[3]], scope.Attach(new List<IDisposable> { attached[3] }).Cast<Tensor>());
            scope.Attach(attached[0]);
            Assert.Equal(4, scope.DisposablesCount);
        }

        Assert.All(attached, tensor => Assert.True(tensor.IsInvalid));
    }

    [Fact]
    public void Attach_TensorOfAnotherScope_Moves()
    {
        using var outer = NewDisposeScope();
        var tensor = One();
        using var inner = NewDisposeScope();
        inner.Attach(tensor);
        Assert.True(inner.Contains(tensor));
        Assert.Equal(0, outer.DisposablesCount);
    }

    [Fact]
    public void Attach_NotATensor_Throws()
    {
        using var scope = NewDisposeScope();
        using var stream = new MemoryStream();
        var failure = Assert.Throws<InvalidOperationException>(() => scope.Attach(stream));
        Assert.Equal("DisposeScope can only manage Tensor or PackedSequence", failure.Message);
    }

    [Fact]
    public void DisposeEverythingBut_EveryForm_KeepsWhatIsNamed()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([0], Survivors(scope, t => scope.DisposeEverythingBut(t[0])));
        Assert.Equal([0, 4], Survivors(scope, t => scope.DisposeEverythingBut(t[0], t[4])));
        Assert.Equal([1, 2, 3], Survivors(scope, t => scope.DisposeEverythingBut(t[3], t[1], t[2])));
        Assert.Equal([2], Survivors(scope, t => scope.DisposeEverythingBut((IDisposable)t[2])));
        Assert.Equal([1, 4], Survivors(scope, t => scope.DisposeEverythingBut(new List<IDisposable> { t[4], t[1] })));
        Assert.Equal([], Survivors(scope, _ => scope.DisposeEverything()));
    }

    [Fact]
    public void Dispose_OuterScopeFirst_InnerGoesOnAndMovesPastIt()
    {
        using var outermost = NewDisposeScope();
        var outer = NewDisposeScope();
        var lost = One();
        var inner = NewDisposeScope();
        outer.Dispose();
        Assert.True(lost.IsInvalid);
        Assert.Same(inner, CurrentDisposeScope);
        var moved = inner.MoveToOuter(One());
        Assert.True(outermost.Contains(moved));
        inner.Dispose();
        Assert.Same(outermost, CurrentDisposeScope);
    }

    [Fact]
    public void Members_AfterDispose_Throw()
    {
        var scope = NewDisposeScope();
        scope.Dispose();
        scope.Dispose();
        using var tensor = One();
        Assert.Throws<ObjectDisposedException>(() => scope.DisposablesCount);
        Assert.Throws<ObjectDisposedException>(() => scope.DisposablesView);
        Assert.Throws<ObjectDisposedException>(() => scope.Attach(tensor));
        Assert.Throws<ObjectDisposedException>(() => scope.Detach(tensor));
        Assert.Throws<ObjectDisposedException>(() => scope.MoveToOuter(tensor));
        Assert.Throws<ObjectDisposedException>(() => scope.DisposeEverything());
        Assert.Throws<ObjectDisposedException>(() => scope.MarkAsDisposed(tensor));
        Assert.False(scope.Contains(tensor));
    }

    [Fact]
    public void MarkAsDisposed_Tensor_ForgetsItAlive()
    {
        var scope = NewDisposeScope();
        var tensor = One();
        scope.MarkAsDisposed(tensor);
        scope.Dispose();
        Assert.False(tensor.IsInvalid);
        tensor.Dispose();
    }

    [Fact]
    public void Parameter_OfATensorInAScope_TakesItsPlace()
    {
        Parameter parameter;
        using (var scope = NewDisposeScope())
        {
            var data = One();
            parameter = new Parameter(data);
            Assert.True(data.IsInvalid);
            Assert.True(scope.Contains(parameter));
            Assert.False(scope.Contains(data));
            Assert.Equal(1, scope.DisposablesCount);
        }

        Assert.True(parameter.IsInvalid);
    }

    [Fact]
    public void Scope_OfAnotherThread_DoesNotTakeOurs()
    {
        using var scope = NewDisposeScope();
        Tensor? elsewhere = null;
        var thread = new Thread(() =>
        {
            Assert.Null(CurrentDisposeScope);
            elsewhere = One();
        });
        thread.Start();
        thread.Join();
        Assert.Equal(0, scope.DisposablesCount);
        scope.Attach(elsewhere!);
        Assert.Equal(1, scope.DisposablesCount);
    }

    [Fact]
    public void Scope_LeftOpenByAThreadThatEnded_FreesItsTensors()
    {
        var before = Garbage.Settle();
        var thread = new Thread(() =>
        {
            _ = NewDisposeScope();
            One();
        });
        thread.Start();
        thread.Join();
        Assert.Equal(before, Garbage.Settle());
    }

    [Fact]
    public void Scopes_TwoThousandRandomMoves_HoldWhatTheyShould()
    {
        var random = new Random(3);
        using var first = NewDisposeScope();
        using var second = NewDisposeScope();
        var owners = new Dictionary<Tensor, DisposeScope?>(ReferenceEqualityComparer.Instance as IEqualityComparer<Tensor>);
        for (var move = 0; move < 2000; move++)
        {
            if (owners.Count < 20)
            {
                owners.Add(One(), second);
            }

            var tensor = owners.Keys.ElementAt(random.Next(owners.Count));
            Move(random.Next(5), tensor, owners, first, second);
        }

        Assert.All(new[] { first, second }, scope => Assert.Equal(
            owners.Where(pair => pair.Value == scope).Select(pair => pair.Key.Handle).Order(),
            scope.DisposablesView.Select(one => ((Tensor)one).Handle).Order()));
        foreach (var (tensor, _) in owners)
        {
            tensor.Dispose();
        }

        Assert.Equal((0, 0), (first.DisposablesCount, second.DisposablesCount));
    }

    private static Tensor One() => TensorValues.Vector(1);

    private static void Move(int kind, Tensor tensor, Dictionary<Tensor, DisposeScope?> owners, DisposeScope first, DisposeScope second)
    {
        switch (kind)
        {
            case 0:
                first.Attach(tensor);
                owners[tensor] = first;
                break;
            case 1:
                second.Attach(tensor);
                owners[tensor] = second;
                break;
            case 2:
                tensor.DetachFromDisposeScope();
                owners[tensor] = null;
                break;
            case 3:
                second.MoveToOther(first, tensor);
                owners[tensor] = owners[tensor] == second ? first : owners[tensor];
                break;
            default:
                tensor.Dispose();
                owners.Remove(tensor);
                break;
        }
    }

    private static IEnumerable<int> Survivors(DisposeScope scope, Action<Tensor[]> act)
    {
        Tensor[] tensors = [.. Enumerable.Range(0, 5).Select(_ => One())];
        act(tensors);
        var alive = Enumerable.Range(0, 5).Where(i => !tensors[i].IsInvalid).ToArray();
        Assert.Equal(alive.Length, scope.DisposablesCount);
        Assert.Equal(alive.Select(i => tensors[i].Handle), scope.DisposablesView.Select(one => ((Tensor)one).Handle));
        scope.DisposeEverything();
        return alive;
    }
}
