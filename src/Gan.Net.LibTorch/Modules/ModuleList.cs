using System.Collections;

namespace TorchSharp.Modules;

/// <summary>
/// Modules in a list, called "0", "1"… once the list is registered with a module that holds it; what is added later is not.
/// </summary>
public class ModuleList<T> : torch.nn.Module, IList<T>
    where T : torch.nn.Module
{
    private readonly List<T> list = [];
    private bool isRegistered;

    public ModuleList(params T[] modules)
        : base("ModuleList") => append(modules);

    public int Count => list.Count;

    public bool IsReadOnly => false;

    public T this[int index]
    {
        get => list[index];
        set => list[index] = value;
    }

    public void Add(T item) => list.Add(item);

    public void append(params T[] parameters) => list.AddRange(parameters ?? []);

    public void extend(IEnumerable<T> modules) => list.AddRange(modules);

    public void Insert(int index, T item) => list.Insert(index, item);

    public bool Remove(T item) => list.Remove(item);

    public void RemoveAt(int index) => list.RemoveAt(index);

    public void Clear() => list.Clear();

    public bool Contains(T item) => list.Contains(item);

    public int IndexOf(T item) => list.IndexOf(item);

    public void CopyTo(T[] array, int arrayIndex) => list.CopyTo(array, arrayIndex);

    public IEnumerator<T> GetEnumerator() => list.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    protected override void RegisterComponents()
    {
        for (var i = 0; !isRegistered && i < list.Count; i++)
        {
            register_module($"{i}", list[i]);
        }

        isRegistered = true;
    }
}
