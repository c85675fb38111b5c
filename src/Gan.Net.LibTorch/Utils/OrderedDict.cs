using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TorchSharp.Utils;

/// <summary>A dictionary that enumerates in the order of insertion. Not thread-safe.</summary>
public class OrderedDict<TKey, TValue> : IDictionary<TKey, TValue>, IList<(TKey, TValue)>
    where TKey : notnull
{
    private readonly List<(TKey, TValue)> list = [];
    private readonly Dictionary<TKey, TValue> byKey = [];

    public int Count => list.Count;

    public bool IsReadOnly => false;

    public ICollection<TKey> Keys => list.ConvertAll(item => item.Item1);

    public ICollection<TValue> Values => list.ConvertAll(item => item.Item2);

    public (TKey, TValue) this[int index]
    {
        get => list[index];
        set
        {
            var (old, _) = list[index];
            if (!byKey.Comparer.Equals(old, value.Item1))
            {
                byKey.Add(value.Item1, value.Item2);
                byKey.Remove(old);
            }

            byKey[value.Item1] = value.Item2;
            list[index] = value;
        }
    }

    public TValue this[TKey key]
    {
        get => byKey[key];
        set
        {
            if (byKey.TryAdd(key, value))
            {
                list.Add((key, value));
                return;
            }

            byKey[key] = value;
            list[PositionOf(key)] = (key, value);
        }
    }

    public IEnumerable<TKey> keys() => Keys;

    public IEnumerable<TValue> values() => Values;

    public IEnumerator<(TKey, TValue)> items() => list.GetEnumerator();

    public void clear() => Clear();

    public void Clear()
    {
        list.Clear();
        byKey.Clear();
    }

    public void Add((TKey, TValue) item) => Add(item.Item1, item.Item2);

    public void Add(KeyValuePair<TKey, TValue> item) => Add(item.Key, item.Value);

    public void Add(TKey key, TValue value)
    {
        byKey.Add(key, value);
        list.Add((key, value));
    }

    public void Insert(int index, (TKey, TValue) item)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)index, (uint)list.Count, nameof(index));
        byKey.Add(item.Item1, item.Item2);
        list.Insert(index, item);
    }

    public bool Contains((TKey, TValue) item) => list.Contains(item);

    public bool Contains(KeyValuePair<TKey, TValue> item) => list.Contains((item.Key, item.Value));

    public bool ContainsKey(TKey key) => byKey.ContainsKey(key);

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => byKey.TryGetValue(key, out value);

    public int IndexOf((TKey, TValue) item) => list.IndexOf(item);

    public bool Remove((TKey, TValue) item) => list.Contains(item) && Remove(item.Item1);

    public bool Remove(KeyValuePair<TKey, TValue> item) => Remove((item.Key, item.Value));

    public bool Remove(TKey key)
    {
        if (!byKey.Remove(key))
        {
            return false;
        }

        list.RemoveAt(PositionOf(key));
        return true;
    }

    public void RemoveAt(int index)
    {
        byKey.Remove(list[index].Item1);
        list.RemoveAt(index);
    }

    public void CopyTo((TKey, TValue)[] array, int arrayIndex) => list.CopyTo(array, arrayIndex);

    public void CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex)
    {
        foreach (var (key, value) in list)
        {
            array[arrayIndex++] = new(key, value);
        }
    }

    public IEnumerator<(TKey, TValue)> GetEnumerator() => list.GetEnumerator();

    IEnumerator<KeyValuePair<TKey, TValue>> IEnumerable<KeyValuePair<TKey, TValue>>.GetEnumerator()
    {
        foreach (var (key, value) in list)
        {
            yield return new(key, value);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Adds an entry unless its key is taken.</summary>
    internal bool TryAdd(TKey key, TValue value)
    {
        if (!byKey.TryAdd(key, value))
        {
            return false;
        }

        list.Add((key, value));
        return true;
    }

    private int PositionOf(TKey key) => list.FindIndex(item => byKey.Comparer.Equals(item.Item1, key));
}
