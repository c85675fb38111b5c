using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

/// <summary>Numbers out of tensors and into them.</summary>
public sealed class NumberTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void item_ItsOwnType_TheElement()
    {
        Assert.Equal(-2.5, One(ScalarType.Float64, -2.5).item<double>());
        Assert.Equal(-2.5f, One(ScalarType.Float32, -2.5).item<float>());
        Assert.Equal((Half)(-2.5), One(ScalarType.Float16, -2.5).item<Half>());
        Assert.Equal(-3_000_000_000, One(ScalarType.Int64, -3e9).item<long>());
        Assert.Equal(-7, One(ScalarType.Int32, -7).item<int>());
        Assert.Equal((short)-7, One(ScalarType.Int16, -7).item<short>());
        Assert.Equal((sbyte)-7, One(ScalarType.Int8, -7).item<sbyte>());
        Assert.Equal((byte)200, One(ScalarType.Byte, 200).item<byte>());
        Assert.True(One(ScalarType.Bool, 1).item<bool>());
        Assert.False(One(ScalarType.Bool, 0).item<bool>());
    }

    [Fact]
    public void item_PartOfATensor_ThatElement() =>
        Assert.Equal(3, TensorValues.Vector(1, 2, 3).max().item<double>());

    [Fact]
    public void item_OtherType_Throws() => Assert.Equal(
        "Single is not compatible with Float64", Assert.Throws<ArgumentException>(() => One(ScalarType.Float64, 1).item<float>()).Message);

    [Fact]
    public void item_TwoElements_Throws() => Assert.Equal(
        "Number of elements in the tensor must be 1", Assert.Throws<ArgumentException>(() => TensorValues.Vector(1, 2).item<double>()).Message);

    [Fact]
    public void Conversion_EveryNumberType_TheElement()
    {
        var value = One(ScalarType.Float64, 65.75);
        Assert.Equal(65.75f, value.ToSingle());
        Assert.Equal(65.75, value.ToDouble());
        Assert.Equal((Half)65.75, value.ToHalf());
        Assert.Equal(65, value.ToInt64());
        Assert.Equal(65, value.ToInt32());
        Assert.Equal(65, value.ToInt16());
        Assert.Equal(65, value.ToSByte());
        Assert.Equal(65, value.ToByte());
        Assert.Equal(65.75f, (float)value);
        Assert.Equal(65.75, (double)value);
        Assert.Equal(65, (long)value);
        Assert.Equal(65, (int)value);
        Assert.Equal(65, (short)value);
        Assert.Equal(65, (sbyte)value);
        Assert.Equal(65, (byte)value);
        Assert.True((bool)value);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(0.25, true)]
    [InlineData(-3, true)]
    public void ToBoolean_Number_WhetherNotZero(double number, bool expected) =>
        Assert.Equal(expected, One(ScalarType.Float64, number).ToBoolean());

    [Theory]
    [InlineData(0, false)]
    [InlineData(0.25, true)]
    public void ToScalar_ToBoolean_WhetherNotZero(double number, bool expected)
    {
        using var scalar = One(ScalarType.Float64, number).ToScalar();
        Assert.Equal(expected, scalar.ToBoolean());
    }

    [Fact]
    public void ToSingle_ComplexNumber_Throws() => Assert.Equal(
        "A complex number has no single value. Take the tensor's real or imag first.",
        Assert.Throws<InvalidOperationException>(() => One(ScalarType.Float32, 1).cfloat().ToSingle()).Message);

    [Fact]
    public void ToInt64_LargestInteger_Exact()
    {
        var value = tensor(long.MaxValue);
        Assert.Equal(long.MaxValue, value.ToInt64());
        Assert.Equal(long.MaxValue, value.item<long>());
    }

    [Fact]
    public void Conversion_NumberThatDoesNotFit_Throws()
    {
        Assert.Throws<OverflowException>(() => One(ScalarType.Int64, 3e9).ToInt32());
        Assert.Throws<OverflowException>(() => One(ScalarType.Int64, 300).ToByte());
        Assert.Throws<OverflowException>(() => One(ScalarType.Int64, -129).ToSByte());
        Assert.Throws<OverflowException>(() => One(ScalarType.Int64, 40000).ToInt16());
        Assert.Throws<OverflowException>(() => One(ScalarType.Float64, double.NaN).ToInt64());
    }

    [Fact]
    public void Conversion_TwoElements_ThrowsWithLibtorchsMessage() => Assert.Contains(
        "a Tensor with 2 elements cannot be converted to Scalar",
        Assert.Throws<ExternalException>(() => TensorValues.Vector(1, 2).ToSingle()).Message,
        StringComparison.Ordinal);

    [Fact]
    public void ToScalar_EveryKind_WidestTypeOfIt()
    {
        Assert.Equal((ScalarType.Float64, 1.5), Described(One(ScalarType.Float32, 1.5)));
        Assert.Equal((ScalarType.Int64, -7), Described(One(ScalarType.Int32, -7)));
        Assert.Equal((ScalarType.Int64, 200), Described(One(ScalarType.Byte, 200)));
        Assert.Equal((ScalarType.Bool, 1), Described(One(ScalarType.Bool, 1)));
    }

    [Fact]
    public void Implicit_Number_TensorOfItsType()
    {
        AssertTensor(ScalarType.Byte, [], [200], (byte)200);
        AssertTensor(ScalarType.Int8, [], [-3], (sbyte)-3);
        AssertTensor(ScalarType.Int16, [], [-300], (short)-300);
        AssertTensor(ScalarType.Int32, [], [-70_000], -70_000);
        AssertTensor(ScalarType.Int64, [], [3_000_000_000], 3_000_000_000);
        AssertTensor(ScalarType.Float32, [], [0.5], 0.5f);
        AssertTensor(ScalarType.Float64, [], [0.1], 0.1);
        AssertTensor(ScalarType.Bool, [], [1], true);
    }

    [Fact]
    public void Implicit_Array_VectorOfItsType()
    {
        AssertTensor(ScalarType.Byte, [2], [1, 200], new byte[] { 1, 200 });
        AssertTensor(ScalarType.Int8, [2], [1, -3], new sbyte[] { 1, -3 });
        AssertTensor(ScalarType.Int16, [2], [1, -300], new short[] { 1, -300 });
        AssertTensor(ScalarType.Int32, [2], [1, -70_000], new[] { 1, -70_000 });
        AssertTensor(ScalarType.Int64, [2], [1, 3_000_000_000], new[] { 1L, 3_000_000_000 });
        AssertTensor(ScalarType.Float32, [2], [1, 0.5], new[] { 1, 0.5f });
        AssertTensor(ScalarType.Float64, [2], [1, 0.1], new[] { 1, 0.1 });
        AssertTensor(ScalarType.Bool, [2], [1, 0], new[] { true, false });
    }

    [Fact]
    public void Implicit_Scalar_IsNeverMeantToRun()
    {
        Scalar scalar = 1;
        Assert.Equal("Should not be called.", Assert.Throws<InvalidOperationException>(() => (Tensor)scalar).Message);
    }

    [Fact]
    public void add_IntegerTensorAndFraction_PromotesAsPyTorch()
    {
        var sum = One(ScalarType.Int32, 2) + 0.5;
        Assert.Equal(ScalarType.Float32, sum.dtype);
        Assert.Equal(2.5f, sum.item<float>());
        Assert.Equal(ScalarType.Int32, (One(ScalarType.Int32, 2) + 3L).dtype);
        Assert.Equal(ScalarType.Float32, (One(ScalarType.Float32, 2) + 0.5).dtype);
    }

    [Fact]
    public void Operator_NumberOnEitherSide_AllocatesOneTensorOnly()
    {
        var value = One(ScalarType.Float32, 2);
        var oneTensor = Allocated(() => -value);
        Assert.True(oneTensor > 0);
        foreach (var operation in new Func<Tensor>[]
        {
            () => value + 1, () => value + 1L, () => value + 1f, () => value + 1.0, () => 1.0 + value,
            () => value - 1, () => value - 1.0, () => 1.0 - value, () => value * 1, () => value * 1.0, () => 1f * value,
            () => value / 2, () => value / 2.0, () => value % 2, () => value % 2.0,
        })
        {
            Assert.Equal(oneTensor, Allocated(operation));
        }
    }

    private static long Allocated(Func<Tensor> operation)
    {
        for (var i = 0; i < 3; i++)
        {
            operation().Dispose();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10; i++)
        {
            operation().Dispose();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static Tensor One(ScalarType type, double value) => TensorValues.Make(type, [1], value);

    private static (ScalarType Type, double Value) Described(Tensor tensor)
    {
        using var scalar = tensor.ToScalar();
        return (scalar.Type, scalar.Type == ScalarType.Bool ? (scalar.ToBoolean() ? 1 : 0) : scalar.ToDouble());
    }

    private static void AssertTensor(ScalarType type, long[] shape, double[] values, Tensor actual)
    {
        Assert.Equal(type, actual.dtype);
        Assert.Equal(shape, actual.shape);
        Assert.Equal(values, TensorValues.Read(actual));
    }
}
