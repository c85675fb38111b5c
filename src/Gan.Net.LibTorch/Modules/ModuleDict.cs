using System.Collections;
using System.Diagnostics.CodeAnalysis;
using TorchSharp.Utils;

namespace TorchSharp.Modules;

/// <summary>Modules under names, in the order of insertion; registered like those of a <see cref="ModuleList{T}"/>.</summary>
public class ModuleDict<T> : torch.nn.Module, IDictionary<string, T>, IList<(string, T)>
    where T : torch.nn.Module
{
    private readonly OrderedDict<string, T> entries = new();
    private bool isRegistered;

    public ModuleDict()
        : base("ModuleDict")
    {
    }

    public int Count => entries.Count;

    public bool IsReadOnly => false;

    public ICollection<string> Keys => entries.Keys;

    public ICollection<T> Values => entries.Values;

    public (string, T) this[int index]
    {
        get => entries[index];
        set => entries[index] = value;
    }

    public T this[string key]
    {
        get => entries[key];
        set => entries[key] = value;
    }

    public IEnumerable<string> keys() => entries.keys();

    public IEnumerable<T> values() => entries.values();

    public IEnumerator<(string, T)> items() => entries.items();

    public void clear() => entries.Clear();

    public void Clear() => entries.Clear();

    public void Add((string, T) item) => entries.Add(item);

    public void Add(string key, T value) => entries.Add(key, value);

    public void Add(KeyValuePair<string, T> item) => entries.Add(item);

    public void Insert(int index, (string, T) item) => entries.Insert(index, item);

    public bool Remove((string, T) item) => entries.Remove(item);

    public bool Remove(string key) => entries.Remove(key);

    public bool Remove(KeyValuePair<string, T> item) => entries.Remove(item);

    public void RemoveAt(int index) => entries.RemoveAt(index);

    public bool Contains((string, T) item) => entries.Contains(item);

    public bool Contains(KeyValuePair<string, T> item) => entries.Contains(item);

    public bool ContainsKey(string key) => entries.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value) => entries.TryGetValue(key, out value);

    public int IndexOf((string, T) item) => entries.IndexOf(item);

    public void CopyTo((string, T)[] array, int arrayIndex) => entries.CopyTo(array, arrayIndex);

    public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex) => entries.CopyTo(array, arrayIndex);

    public IEnumerator<(string, T)> GetEnumerator() => entries.GetEnumerator();

    IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, T>>)entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    protected override void RegisterComponents()
    {
        for (var i = 0; !isRegistered && i < entries.Count; i++)
        {
            register_module(entries[i].Item1, entries[i].Item2);
        }

        isRegistered = true;
    }
}
