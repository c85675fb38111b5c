using System.Collections;
using System.Runtime.CompilerServices;
using Gan.Net.LibTorch.Interop;

namespace TorchSharp.Utils;

/// <summary>
/// The elements of a CPU tensor in logical order, whatever its strides. A window, not a copy, and it keeps the tensor from
/// being collected; but once the tensor is disposed, explicitly or by its scope, reading through the window throws.
/// </summary>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly long[] shape;
    private readonly long[] strides;
    private readonly bool contiguous;
    private torch.Tensor? tensor;
    private T* data;

    internal TensorAccessor(torch.Tensor tensor)
    {
        void* start;
        Native.Check(Native.gannet_tensor_data(tensor.Handle, &start));
        data = (T*)start;
        shape = tensor.shape;
        strides = tensor.stride();
        contiguous = tensor.is_contiguous();
        Count = tensor.NumberOfElements;
        this.tensor = tensor;
    }

    public long Count { get; }

    public bool IsReadOnly => false;

    /// <summary>The element at a full set of indices, or at one running index.</summary>
    /// <exception cref="IndexOutOfRangeException">An index is negative or too large, or their number is not the tensor's.</exception>
    public T this[params long[] indices]
    {
        get => Data[OffsetOf(indices)];
        set => Data[OffsetOf(indices)] = value;
    }

    private T* Data => tensor is { IsInvalid: false } ? data : throw new ObjectDisposedException(nameof(TensorAccessor<T>));

    public static bool operator ==(TensorAccessor<T>? left, TensorAccessor<T>? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(TensorAccessor<T>? left, TensorAccessor<T>? right) => !(left == right);

    public T[] ToArray()
    {
        var result = new T[Count];
        Copy(result, 0, toTensor: false);
        return result;
    }

    /// <summary>The elements as an array of the tensor's shape.</summary>
    public Array ToNDArray()
    {
        if (shape.Length < 2)
        {
            return ToArray();
        }

        var result = Array.CreateInstance(typeof(T), shape);
        Copy(new Span<T>(Unsafe.AsPointer(ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(result)), result.Length), 0, toTensor: false);
        return result;
    }

    /// <summary>Copies from the tensor's element <paramref name="tensorIndex"/> on, until either side ends.</summary>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0) => Copy(array[arrayIndex..], tensorIndex, toTensor: false);

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var from = array[arrayIndex..];
        fixed (T* start = from)
        {
            Copy(new Span<T>(start, from.Length), tensorIndex, toTensor: true);
        }
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0L; i < Count; i++)
        {
            yield return At(i);
        }
    }

    public override bool Equals(object? obj)
    {
        if (obj is not TensorAccessor<T> other || Count != other.Count)
        {
            return false;
        }

        for (var i = 0L; i < Count; i++)
        {
            if (!EqualityComparer<T>.Default.Equals(At(i), other.At(i)))
            {
                return false;
            }
        }

        return true;
    }

    public override int GetHashCode() => base.GetHashCode();

    /// <summary>Lets go of the tensor, which is not disposed.</summary>
    public void Dispose()
    {
        tensor = null;
        data = null;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal T At(long index) => Data[OffsetOf(index)];

    private long OffsetOf(long[] indices)
    {
        if (indices.Length == 1 && shape.Length != 1)
        {
            return OffsetOf(indices[0]);
        }

        if (indices.Length != shape.Length)
        {
            throw new IndexOutOfRangeException($"{indices.Length} indices for a tensor of {shape.Length} dimensions.");
        }

        var offset = 0L;
        for (var i = 0; i < indices.Length; i++)
        {
            if ((ulong)indices[i] >= (ulong)shape[i])
            {
                throw new IndexOutOfRangeException($"Index {indices[i]} is outside dimension {i}, which has {shape[i]} elements.");
            }

            offset += indices[i] * strides[i];
        }

        return offset;
    }

    private long OffsetOf(long index)
    {
        if ((ulong)index >= (ulong)Count)
        {
            throw new IndexOutOfRangeException($"Index {index} is outside the tensor, which has {Count} elements.");
        }

        if (contiguous)
        {
            return index;
        }

        var offset = 0L;
        for (var i = shape.Length - 1; i >= 0; i--)
        {
            (index, var inDimension) = Math.DivRem(index, shape[i]);
            offset += inDimension * strides[i];
        }

        return offset;
    }

    private void Copy(Span<T> managed, long first, bool toTensor)
    {
        if (first < 0 || first > Count)
        {
            throw new ArgumentOutOfRangeException(nameof(first), first, $"The tensor has {Count} elements.");
        }

        var length = (int)Math.Min(managed.Length, Count - first);
        if (contiguous)
        {
            var native = new Span<T>(Data + first, length);
            (toTensor ? managed[..length] : native).CopyTo(toTensor ? native : managed);
            return;
        }

        for (var i = 0; i < length; i++)
        {
            ref var element = ref Data[OffsetOf(first + i)];
            if (toTensor)
            {
                element = managed[i];
            }
            else
            {
                managed[i] = element;
            }
        }
    }
}
