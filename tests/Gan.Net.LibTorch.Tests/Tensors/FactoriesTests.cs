using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

public sealed class FactoriesTests
{
    public static TheoryData<string, Func<Tensor>, long[]> Sized => new()
    {
        { "zeros(int)", () => zeros(2), [2] },
        { "zeros(long)", () => zeros(2L), [2] },
        { "zeros(int, int)", () => zeros(2, 3), [2, 3] },
        { "zeros(long, long)", () => zeros(2L, 3L), [2, 3] },
        { "zeros of three ints", () => zeros(2, 3, 4), [2, 3, 4] },
        { "zeros of three longs", () => zeros(2L, 3L, 4L), [2, 3, 4] },
        { "zeros of four ints", () => zeros(2, 3, 4, 5), [2, 3, 4, 5] },
        { "zeros of four longs", () => zeros(2L, 3L, 4L, 5L), [2, 3, 4, 5] },
        { "zeros(array)", () => zeros((long[])[2, 3]), [2, 3] },
        { "zeros(span)", () => zeros((ReadOnlySpan<long>)[2, 3]), [2, 3] },
        { "zeros without dimensions", () => zeros((long[])[]), [] },
        { "zeros without elements", () => zeros(2, 0), [2, 0] },
        { "zeros_like", () => zeros_like(ones(2, 3)), [2, 3] },
        { "Tensor.zeros_like", () => ones(2, 3).zeros_like(), [2, 3] },
        { "new_zeros(long)", () => ones(1).new_zeros(2), [2] },
        { "new_zeros(long, long)", () => ones(1).new_zeros(2, 3), [2, 3] },
        { "new_zeros of three", () => ones(1).new_zeros(2, 3, 4), [2, 3, 4] },
        { "new_zeros of four", () => ones(1).new_zeros(2, 3, 4, 5), [2, 3, 4, 5] },
        { "new_zeros(array)", () => ones(1).new_zeros((long[])[2, 3]), [2, 3] },
        { "new_zeros(span)", () => ones(1).new_zeros((ReadOnlySpan<long>)[2, 3]), [2, 3] },
    };

    [Theory]
    [MemberData(nameof(Sized))]
    public void Zeros_EveryForm_ShapeTypeAndValues(string form, Func<Tensor> make, long[] shape)
    {
        using var scope = NewDisposeScope();
        var made = make();
        Assert.True(shape.SequenceEqual(made.shape), form);
        Assert.Equal(ScalarType.Float32, made.dtype);
        Assert.All(TensorValues.Read(made), value => Assert.Equal(0, value));
    }

    [Fact]
    public void OnesFullAndEmpty_EveryForm_ShapeAndValues()
    {
        using var scope = NewDisposeScope();
        Tensor[] filled =
        [
            ones(6), ones(6L), ones(2, 3), ones(2L, 3L), ones(1, 2, 3), ones(1L, 2L, 3L), ones(1, 1, 2, 3), ones(1L, 1L, 2L, 3L),
            ones((long[])[2, 3]), ones((ReadOnlySpan<long>)[2, 3]), ones_like(zeros(2, 3)), zeros(2, 3).ones_like(),
            full(6, 1), full(6L, 1), full(2, 3, 1), full(2L, 3L, 1), full(1, 2, 3, 1), full(1L, 2L, 3L, 1), full(1, 1, 2, 3, 1), full(1L, 1L, 2L, 3L, 1),
            full((long[])[2, 3], 1), full((ReadOnlySpan<long>)[2, 3], 1), full_like(zeros(2, 3), 1), zeros(2, 3).full_like(1),
            zeros(1).new_ones(6), zeros(1).new_ones(2, 3), zeros(1).new_ones(1, 2, 3), zeros(1).new_ones(1, 1, 2, 3),
            zeros(1).new_full(6, 1), zeros(1).new_full(2, 3, 1), zeros(1).new_full(1, 2, 3, 1), zeros(1).new_full(1, 1, 2, 3, 1),
            zeros(1).new_full((long[])[2, 3], 1), zeros(1).new_full((ReadOnlySpan<long>)[2, 3], 1),
        ];
        Assert.All(filled, made => Assert.Equal([1, 1, 1, 1, 1, 1], TensorValues.Read(made)));

        Tensor[] unfilled =
        [
            empty(6), empty(6L), empty(2, 3), empty(2L, 3L), empty(1, 2, 3), empty(1L, 2L, 3L), empty(1, 1, 2, 3), empty(1L, 1L, 2L, 3L),
            empty((long[])[2, 3]), empty((ReadOnlySpan<long>)[2, 3]), empty_like(zeros(2, 3)), zeros(2, 3).empty_like(),
            zeros(1).new_empty(6), zeros(1).new_empty(2, 3), zeros(1).new_empty(1, 2, 3), zeros(1).new_empty(1, 1, 2, 3),
            zeros(1).new_empty((long[])[2, 3]), zeros(1).new_empty((ReadOnlySpan<long>)[2, 3]),
        ];
        Assert.All(unfilled, made => Assert.Equal(6, made.numel()));
        Assert.Equal([1, 4], empty_strided([3, 4], [1, 4]).stride());
    }

    [Fact]
    public void DTypes_NotGiven_FollowDefaultOrInput()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(ScalarType.Int64, full(2, 7).dtype);
        Assert.Equal(ScalarType.Int64, full([2], true).dtype);
        Assert.Equal(ScalarType.Float32, full([2], 0.5).dtype);
        Assert.Equal(ScalarType.Int64, arange(3).dtype);
        Assert.Equal(ScalarType.Float32, arange(0, 1, 0.5).dtype);
        var whole = ones(2, dtype: int32);
        Assert.Equal(ScalarType.Int32, whole.new_zeros(2).dtype);
        Assert.Equal(ScalarType.Int32, whole.zeros_like().dtype);
        Assert.Equal(ScalarType.Float64, whole.full_like(0.5, float64).dtype);
        Assert.Equal(ScalarType.Float16, zeros(2, dtype: float16).dtype);
    }

    [Fact]
    public void RequiresGrad_Asked_MakesALeafThatRecords()
    {
        using var scope = NewDisposeScope();
        Tensor[] leaves =
        [
            zeros(2, requires_grad: true), ones(2, requires_grad: true), rand(2, requires_grad: true), full([2], 1.5, requires_grad: true), eye(2, requires_grad: true),
            arange(0, 1, 0.5, requires_grad: true), linspace(0, 1, 3, requires_grad: true), tensor(1.5, float32, requires_grad: true),
            tensor([1f], requires_grad: true), from_array(new[] { 1f }, float64, requires_grad: true), normal(0, 1, [2], requires_grad: true), ones(2).rand_like(requires_grad: true),
        ];
        Assert.All(leaves, leaf => Assert.True(leaf.requires_grad && leaf.is_leaf));
    }

    [Fact]
    public void Ranges_Values_ArePyTorchs()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([0, 1, 2], TensorValues.Read(arange(3)));
        Assert.Equal([2, 3], TensorValues.Read(arange(2, 4)));
        Assert.Equal([5, 3, 1], TensorValues.Read(arange(5, 0, -2)));
        Assert.Equal([0, 0.25, 0.5], TensorValues.Read(arange(0, 0.75, 0.25, float64)));
        Assert.Equal([0, 0.25, 0.5, 0.75, 1], TensorValues.Read(linspace(0, 1, 5)));
        Assert.Equal([1, 10, 100], TensorValues.Read(logspace(0, 2, 3)));
        Assert.Equal([1, 4], TensorValues.Read(logspace(0, 2, 2, 2)));
        Assert.Equal([1, 0, 0, 1], TensorValues.Read(eye(2)));
        Assert.Equal([1, 0, 0, 0, 1, 0], TensorValues.Read(eye(2, 3)));
        Assert.Equal([3, -4], TensorValues.Read(view_as_real(complex(tensor([3.0]), tensor([-4.0])))));
        Assert.Equal([2, 0], TensorValues.Read(view_as_real(polar(tensor([2.0]), tensor([0.0])))));
    }

    [Fact]
    public void Factories_ImpossibleSizes_ThrowLibtorchsMessage()
    {
        Assert.Contains("negative dimension -1", Assert.Throws<ExternalException>(() => zeros(-1)).Message, StringComparison.Ordinal);
        Assert.Contains("overflow", Assert.Throws<ExternalException>(() => ones(1L << 40, 1L << 40)).Message, StringComparison.Ordinal);
        Assert.Contains("allocate", Assert.Throws<ExternalException>(() => empty(1L << 50)).Message, StringComparison.Ordinal);
        Assert.Throws<ExternalException>(() => arange(0, 5, -1));
        Assert.Throws<ExternalException>(() => arange(1L << 60));
        Assert.Throws<ExternalException>(() => linspace(0, 1, -1));
        Assert.Throws<ExternalException>(() => eye(-2));
        Assert.Throws<ExternalException>(() => empty_strided([2, 2], [-1, 1]));
        Assert.Throws<ExternalException>(() => tril_indices(-1, 2));
        Assert.Throws<ExternalException>(() => zeros((long[])null!));
    }

    [Fact]
    public void Factories_ImpossibleTypesAndDevices_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => zeros(2, dtype: (ScalarType)(-3)));
        Assert.Throws<ExternalException>(() => zeros(2, dtype: (ScalarType)99));
        Assert.Throws<ExternalException>(() => zeros(2, dtype: ScalarType.QInt8));
        Assert.Throws<ExternalException>(() => ones(2, device: new Device(DeviceType.XLA, 0)));
        Assert.Throws<ExternalException>(() => ones(2, device: new Device(DeviceType.CPU, 3)));
        var recording = Assert.Throws<ExternalException>(() => ones(2, dtype: int64, requires_grad: true));
        Assert.Contains("floating point", recording.Message, StringComparison.Ordinal);
        var named = Assert.Throws<NotSupportedException>(() => zeros(2, names: ["a"]));
        Assert.Equal("Dimensions cannot be named here. Leave names out.", named.Message);
    }

    [Fact]
    public void Finfo_FloatingTypes_PyTorchsLimits()
    {
        Assert.Equal((32, 1.1920928955078125e-07, 3.4028234663852886e+38, 1.1754943508222875e-38), Limits(finfo()));
        Assert.Equal((64, 2.220446049250313e-16, 1.7976931348623157e+308, 2.2250738585072014e-308), Limits(finfo(float64)));
        Assert.Equal((16, 0.0009765625, 65504.0, 6.103515625e-05), Limits(finfo(float16)));
        Assert.Equal((16, 0.0078125, 3.3895313892515355e+38, 1.1754943508222875e-38), Limits(finfo(bfloat16)));
        Assert.Equal((-65504.0, 6.103515625e-05, 0.001), (finfo(float16).min, finfo(float16).smallest_normal, finfo(float16).resolution));
        Assert.Throws<ArgumentException>(() => finfo(int64));
    }

    private static (int Bits, double Eps, double Max, double Tiny) Limits(FInfo info) => (info.bits, info.eps, info.max, info.tiny);
}
