using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

public sealed class ArraysTests
{
    [Fact]
    public void Tensor_Numbers_KeepTypeAndValue()
    {
        using var scope = NewDisposeScope();
        AssertScalar(ScalarType.Float32, 1.5, tensor(1.5f));
        AssertScalar(ScalarType.Float64, 1.5, tensor(1.5));
        AssertScalar(ScalarType.Float32, 1.5, tensor(1.5, float32));
        AssertScalar(ScalarType.Int64, 1L << 40, tensor(1L << 40));
        AssertScalar(ScalarType.Float64, 3, tensor(3L, float64));
        AssertScalar(ScalarType.Int32, -3, tensor(-3));
        AssertScalar(ScalarType.Int16, -3, tensor((short)-3));
        AssertScalar(ScalarType.Byte, 200, tensor((byte)200));
        AssertScalar(ScalarType.Int8, -100, tensor((sbyte)-100));
        AssertScalar(ScalarType.Bool, 1, tensor(true));
        AssertScalar(ScalarType.Int64, 1, tensor(true, int64));
    }

    [Fact]
    public void Tensor_ArraysOfEveryType_RoundTrip()
    {
        RoundTrip([1.5f, -2, 3, 0], values => tensor(values), (values, shape) => tensor(values, shape), (values, shape) => tensor(new Memory<float>(values), shape));
        RoundTrip([1.5, -2, 3, 0], values => tensor(values), (values, shape) => tensor(values, shape), (values, shape) => tensor(new Memory<double>(values), shape));
        RoundTrip([1L << 40, -2, 3, 0], values => tensor(values), (values, shape) => tensor(values, shape), (values, shape) => tensor(new Memory<long>(values), shape));
        RoundTrip([1, -2, int.MaxValue, 0], values => tensor(values), (values, shape) => tensor(values, shape), (values, shape) => tensor(new Memory<int>(values), shape));
        RoundTrip<short>([1, -2, short.MinValue, 0], values => tensor(values), (values, shape) => tensor(values, shape), (values, shape) => tensor(new Memory<short>(values), shape));
        RoundTrip<byte>([1, 255, 3, 0], values => tensor(values), (values, shape) => tensor(values, shape), (values, shape) => tensor(new Memory<byte>(values), shape));
        RoundTrip<sbyte>([1, -128, 3, 0], values => tensor(values), (values, shape) => tensor(values, shape), (values, shape) => tensor(new Memory<sbyte>(values), shape));
        RoundTrip([true, false, true, true], values => tensor(values), (values, shape) => tensor(values, shape), (values, shape) => tensor(values, shape));
        RoundTrip([(Half)1.5, (Half)(-2), Half.MaxValue, (Half)0], values => tensor(values), (values, shape) => tensor(values, shape), (values, shape) => tensor(new Memory<Half>(values), shape));
    }

    [Fact]
    public void ToTensor_NumbersAndArrays_CopyTheirValues()
    {
        using var scope = NewDisposeScope();
        AssertScalar(ScalarType.Float32, 1.5, 1.5f.ToTensor());
        AssertScalar(ScalarType.Bool, 1, true.ToTensor());
        Assert.True(2.0.ToTensor(requires_grad: true).requires_grad);
        var values = new[] { 1L, 2, 3, 4 };
        var made = values.ToTensor([2, 2]);
        values[0] = 9;
        Assert.Equal([1, 2, 3, 4], made.data<long>().ToArray());
        Assert.Equal([2, 2], made.IntShape().ToArray());
        Assert.Equal(4, made.shape.TotalSize());
        Assert.Throws<ArgumentException>(() => values.ToTensor([3, 2]));
        Assert.Throws<NotSupportedException>(() => 'x'.ToTensor());
    }

    [Fact]
    public void Tensor_Lists_TakeTheGivenShape()
    {
        using var scope = NewDisposeScope();
        var values = new List<float> { 1, 2, 3, 4, 5, 6, 7, 8 };
        IList<float> other = new ArraySegment<float>(values.ToArray());
        Tensor[] all =
        [
            tensor(values), tensor(values, 2, 4), tensor(values, 2, 2, 2), tensor(values, 1, 2, 2, 2), tensor(values, (ReadOnlySpan<long>)[4, 2]), tensor(other), as_tensor(values),
        ];
        Assert.All(all, made => Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], TensorValues.Read(made)));
        Assert.Equal(["8", "2,4", "2,2,2", "1,2,2,2", "4,2", "8", "8"], all.Select(made => string.Join(',', made.shape)));
    }

    [Fact]
    public void Tensor_ArraysOfHigherRank_KeepTheirShape()
    {
        using var scope = NewDisposeScope();
        var two = tensor(new[,] { { 1f, 2 }, { 3, 4 }, { 5, 6 } });
        Assert.Equal([3, 2], two.shape);
        Assert.Equal([1, 2, 3, 4, 5, 6], TensorValues.Read(two));
        Assert.Equal([1, 2, 3], tensor(new long[1, 2, 3]).shape);
        Assert.Equal([1, 2, 3, 4], tensor(new bool[1, 2, 3, 4]).shape);
        Assert.Equal(ScalarType.Float64, tensor(new int[2, 2], float64).dtype);
    }

    [Fact]
    public void Tensor_Array_IsACopy()
    {
        using var scope = NewDisposeScope();
        var values = new[] { 1f, 2 };
        var made = tensor(values);
        values[0] = 9;
        Assert.Equal([1, 2], TensorValues.Read(made));
    }

    [Fact]
    public void Tensor_ShapeDoesNotFitTheArray_Throws()
    {
        var failure = Assert.Throws<ArgumentException>(() => tensor(new[] { 1f, 2 }, [2, 2]));
        Assert.Equal("mismatched total size creating a tensor from an array: 4 vs. 2", failure.Message);
        Assert.Throws<ExternalException>(() => tensor(new[] { 1f, 2 }, [-2, 2]));
        Assert.Throws<OverflowException>(() => tensor(new[] { 1f, 2 }, [1L << 62, 4]));
    }

    [Fact]
    public void FromArray_SameType_SharesTheMemory()
    {
        using var scope = NewDisposeScope();
        var values = new[,] { { 1f, 2 }, { 3, 4 } };
        var shared = from_array(values);
        values[1, 0] = 9;
        shared[0, 1] = tensor(7f);
        Assert.Equal([1, 7, 9, 4], TensorValues.Read(shared));
        Assert.Equal(7, values[0, 1]);
        Assert.Equal([1, 0], TensorValues.Read(as_tensor(new[] { true, false })));
        Assert.Equal(ScalarType.Byte, as_tensor((Array)new byte[3]).dtype);
    }

    [Fact]
    public void FromArray_OtherType_IsAConvertedCopy()
    {
        using var scope = NewDisposeScope();
        var values = new[] { 1, 2 };
        var made = from_array(values, float64);
        values[0] = 9;
        Assert.Equal([1, 2], TensorValues.Read(made));
        Assert.Equal(ScalarType.Float64, made.dtype);
        Assert.Equal(ScalarType.Int64, as_tensor(made, int64).dtype);
    }

    [Fact]
    public void FromArray_TensorOutlivesTheArray_KeepsItAlive()
    {
        var (made, array) = Shared();
        Collect();
        Assert.True(array.IsAlive);
        Assert.Equal(99_999, made.ReadCpuInt32(99_999));
        made.Dispose();
        Collect();
        Assert.False(array.IsAlive);
    }

    [Fact]
    public void FromArray_NoNumbers_Throws()
    {
        var failure = Assert.Throws<NotSupportedException>(() => from_array(new[] { "one" }));
        Assert.Equal("The type System.String is not supported.", failure.Message);
        Assert.Throws<NotSupportedException>(() => from_array(new[] { new[] { 1f } }));
    }

    [Fact]
    public void FromBuffer_OffsetAndCount_SharesThatPart()
    {
        using var scope = NewDisposeScope();
        var values = new[] { 1f, 2, 3, 4 };
        Assert.Equal([2, 3], TensorValues.Read(frombuffer(values, float32, 2, 1)));
        Assert.Equal([3, 4], TensorValues.Read(frombuffer(values, float64, offset: 2)));
        frombuffer(values, float32, 1, 3).fill_(9);
        Assert.Equal(9, values[3]);
        Assert.Throws<ArgumentException>(() => frombuffer(values, float32, offset: 4));
        Assert.Throws<ArgumentException>(() => frombuffer(values, float32, offset: -1));
        Assert.Throws<IndexOutOfRangeException>(() => frombuffer(values, float32, 4, 1));
    }

    private static void RoundTrip<T>(
        T[] values,
        Func<T[], Tensor> flat,
        Func<T[], long[], Tensor> shaped,
        Func<T[], long[], Tensor> memory)
        where T : unmanaged
    {
        using var scope = NewDisposeScope();
        foreach (var made in (Tensor[])[flat(values), shaped(values, [2, 2]), memory(values, [2, 2])])
        {
            Assert.Equal(values, made.data<T>().ToArray());
            Assert.Equal(ToScalarType(typeof(T)), made.dtype);
        }
    }

    private static void AssertScalar(ScalarType type, double value, Tensor made)
    {
        Assert.Equal(type, made.dtype);
        Assert.Empty(made.shape);
        Assert.Equal([value], TensorValues.Read(made));
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static (Tensor Made, WeakReference Array) Shared()
    {
        var array = Enumerable.Range(0, 100_000).ToArray();
        return (from_array(array), new WeakReference(array));
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}
