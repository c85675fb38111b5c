using System.Runtime.CompilerServices;

namespace TorchSharp.Modules;

/// <summary>
/// Modules in a row, each fed with the result of the one before. Results between two modules are disposed at once. Owns its
/// modules; they are called "0", "1"… unless named.
/// </summary>
public class Sequential : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly List<torch.nn.IModule<torch.Tensor, torch.Tensor>> modulesInOrder = [];
    private readonly List<string> names = [];

    internal Sequential()
        : base(nameof(Sequential))
    {
    }

    protected Sequential(params (string name, torch.nn.Module<torch.Tensor, torch.Tensor> submodule)[] modules)
        : this()
    {
        foreach (var (name, module) in modules)
        {
            append(name, module);
        }
    }

    protected Sequential(params torch.nn.Module<torch.Tensor, torch.Tensor>[] modules)
        : this()
    {
        foreach (var module in modules)
        {
            append(module);
        }
    }

    public int Count => modulesInOrder.Count;

    [IndexerName("SequentialItems")]
    public torch.nn.IModule<torch.Tensor, torch.Tensor> this[int index] => modulesInOrder[index];

    /// <summary>A part of the row; it shares the modules.</summary>
    [IndexerName("SequentialItems")]
    public Sequential this[(int? start, int? end) index] => Slice(index.start ?? 0, index.end ?? Count);

    [IndexerName("SequentialItems")]
    public Sequential this[Range index] => Slice(index.Start.GetOffset(Count), index.End.GetOffset(Count));

    public Sequential append(string name, torch.nn.IModule<torch.Tensor, torch.Tensor> module)
    {
        if (module is not torch.nn.Module)
        {
            throw new ArgumentException($"{module?.GetType().Name ?? "null"} is not a module.", nameof(module));
        }

        modulesInOrder.Add(module);
        names.Add(name);
        return this;
    }

    public Sequential append(torch.nn.IModule<torch.Tensor, torch.Tensor> module) => append($"{Count}", module);

    public override torch.Tensor forward(torch.Tensor tensor)
    {
        if (modulesInOrder.Count == 0)
        {
            return ModuleTensors.Alias(tensor);
        }

        var current = modulesInOrder[0].call(tensor);
        for (var i = 1; i < modulesInOrder.Count; i++)
        {
            var next = modulesInOrder[i].call(current);
            current.Dispose();
            current = next;
        }

        return current;
    }

    public override IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
    {
        if (!recurse)
        {
            yield break;
        }

        var seen = new HashSet<nint>();
        foreach (var (child, module) in named_children())
        {
            foreach (var (inner, parameter) in module.named_parameters(true))
            {
                if (!parameter.IsInvalid && seen.Add(parameter.Handle))
                {
                    yield return ($"{child}.{inner}", parameter);
                }
            }
        }
    }

    public override IEnumerable<(string name, torch.Tensor buffer)> named_buffers(bool recurse = true, bool include_persistent = true)
    {
        if (!recurse)
        {
            yield break;
        }

        var seen = new HashSet<nint>();
        foreach (var (child, module) in named_children())
        {
            foreach (var (inner, buffer) in module.named_buffers(true, include_persistent))
            {
                if (!buffer.IsInvalid && seen.Add(buffer.Handle))
                {
                    yield return ($"{child}.{inner}", buffer);
                }
            }
        }
    }

    public override IEnumerable<(string name, torch.nn.Module module)> named_children()
    {
        for (var i = 0; i < names.Count; i++)
        {
            yield return (names[i], (torch.nn.Module)modulesInOrder[i]);
        }
    }

    public override void train(bool on = true) => base.train(on);

    private Sequential Slice(int start, int end)
    {
        CheckBound(start);
        CheckBound(end);
        var slice = new Sequential();
        for (var i = start; i < end; i++)
        {
            slice.append(names[i], modulesInOrder[i]);
        }

        return slice;
    }

    private void CheckBound(int index)
    {
        if (index < 0 || index > Count)
        {
            throw new IndexOutOfRangeException($"{index} is not a valid index.");
        }
    }
}
