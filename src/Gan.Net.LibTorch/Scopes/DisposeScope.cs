namespace TorchSharp;

/// <summary>
/// Owns the tensors made while it is open and disposes them with itself. Each tensor knows its slot, so attaching and
/// detaching cost the same however many there are. Belongs to the thread that opened it.
/// </summary>
public sealed class DisposeScope : IDisposable
{
    private readonly DisposeScopeManager manager;
    private torch.Tensor[] owned = new torch.Tensor[16];
    private int count;
    private bool emptying;
    private bool closed;

    internal DisposeScope(DisposeScopeManager manager, DisposeScope? outer)
    {
        this.manager = manager;
        Outer = outer;
    }

    // A thread that ended with the scope open has left these tensors behind.
    ~DisposeScope()
    {
        if (!closed)
        {
            DisposeEverything();
        }
    }

    public int DisposablesCount => Open.count;

    public IReadOnlyList<IDisposable> DisposablesView => Open.owned[..count];

    internal DisposeScope? Outer { get; set; }

    private DisposeScope Open => closed ? throw new ObjectDisposedException(nameof(DisposeScope)) : this;

    public bool Contains(IDisposable disposable) => disposable is torch.Tensor tensor && ReferenceEquals(tensor.Scope, this);

    public void Attach(IDisposable disposable)
    {
        _ = Open;
        if (Take(disposable))
        {
            manager.Tensors.AttachedToScopeCount++;
        }
    }

    public void Attach(params IDisposable[] disposables) => _ = Attach((IEnumerable<IDisposable>)disposables);

    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        var attached = disposables.ToList();
        attached.ForEach(Attach);
        return attached;
    }

    public T Detach<T>(T disposable)
        where T : IDisposable
    {
        DetachOne(disposable);
        return disposable;
    }

    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (Detach(first), Detach(second));

    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => (Detach(first), Detach(second), Detach(third));

    public void Detach(params IDisposable[] disposables) => Detach((IEnumerable<IDisposable>)disposables);

    public void Detach(IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables)
        {
            DetachOne(disposable);
        }
    }

    public T MoveToOther<T>(DisposeScope? scope, T disposable)
        where T : IDisposable
    {
        MoveOne(scope, disposable);
        return disposable;
    }

    public (T1 first, T2 second) MoveToOther<T1, T2>(DisposeScope? scope, T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (MoveToOther(scope, first), MoveToOther(scope, second));

    public (T1 first, T2 second, T3 third) MoveToOther<T1, T2, T3>(DisposeScope? scope, T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => (MoveToOther(scope, first), MoveToOther(scope, second), MoveToOther(scope, third));

    public void MoveToOther(DisposeScope? scope, params IDisposable[] disposables) =>
        MoveToOther(scope, (IEnumerable<IDisposable>)disposables);

    public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables)
    {
        foreach (var disposable in disposables)
        {
            MoveOne(scope, disposable);
        }
    }

    public T MoveToOuter<T>(T disposable)
        where T : IDisposable => MoveToOther(Outer, disposable);

    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => MoveToOther(Outer, first, second);

    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => MoveToOther(Outer, first, second, third);

    public void MoveToOuter(params IDisposable[] disposables) => MoveToOther(Outer, (IEnumerable<IDisposable>)disposables);

    public void MoveToOuter(IEnumerable<IDisposable> disposables) => MoveToOther(Outer, disposables);

    public void DisposeEverything() => DisposeEverythingBut(Array.Empty<IDisposable>());

    public T DisposeEverythingBut<T>(T keep)
        where T : IDisposable
    {
        DisposeEverythingBut([keep]);
        return keep;
    }

    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
    {
        DisposeEverythingBut([first, second]);
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
    {
        DisposeEverythingBut([first, second, third]);
        return (first, second, third);
    }

    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep) => DisposeEverythingBut(inKeep.ToArray());

    public void DisposeEverythingBut(params IDisposable[] keep)
    {
        _ = Open;
        var kept = 0;
        emptying = true;
        for (var i = 0; i < count; i++)
        {
            var tensor = owned[i];
            if (IsAmong(keep, tensor))
            {
                tensor.ScopeSlot = kept;
                owned[kept++] = tensor;
            }
            else
            {
                tensor.Dispose();
            }
        }

        Array.Clear(owned, kept, count - kept);
        count = kept;
        emptying = false;
    }

    /// <summary>Forgets a tensor without disposing it.</summary>
    public void MarkAsDisposed(IDisposable disposable)
    {
        if (Open.Contains(disposable))
        {
            Release((torch.Tensor)disposable);
        }
    }

    public void Dispose()
    {
        if (closed)
        {
            return;
        }

        DisposeEverything();
        manager.Close(this);
        closed = true;
        GC.SuppressFinalize(this);
    }

    private void MoveOne(DisposeScope? scope, IDisposable disposable)
    {
        if (scope is null)
        {
            DetachOne(disposable);
        }
        else if (Open.Contains(disposable))
        {
            scope.Take(disposable);
        }
    }

    private void DetachOne(IDisposable disposable)
    {
        if (Open.Contains(disposable))
        {
            var tensor = (torch.Tensor)disposable;
            Release(tensor);
            tensor.GuardAgainstLoss();
            manager.Tensors.DetachedFromScopeCount++;
        }
    }

    internal bool Take(IDisposable disposable)
    {
        if (disposable is not torch.Tensor tensor)
        {
            throw new InvalidOperationException("DisposeScope can only manage Tensor or PackedSequence");
        }

        if (ReferenceEquals(tensor.Scope, this))
        {
            return false;
        }

        tensor.Scope?.Release(tensor);
        if (closed)
        {
            tensor.GuardAgainstLoss();
        }
        else
        {
            tensor.TrustOwner();
            Add(tensor);
        }

        return true;
    }

    internal void Add(torch.Tensor tensor)
    {
        if (count == owned.Length)
        {
            Array.Resize(ref owned, count * 2);
        }

        tensor.Scope = this;
        tensor.ScopeSlot = count;
        owned[count++] = tensor;
    }

    /// <summary>Takes a tensor off the list; its slot goes to the last one.</summary>
    internal void Release(torch.Tensor tensor)
    {
        tensor.Scope = null;
        if (emptying)
        {
            return;
        }

        var last = owned[--count];
        owned[tensor.ScopeSlot] = last;
        last.ScopeSlot = tensor.ScopeSlot;
        owned[count] = null!;
    }

    // By reference: tensors compare equal by their elements.
    private static bool IsAmong(IDisposable[] kept, torch.Tensor tensor)
    {
        foreach (var one in kept)
        {
            if (ReferenceEquals(one, tensor))
            {
                return true;
            }
        }

        return false;
    }
}
