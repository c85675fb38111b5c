using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

public sealed class ConversionsTests
{
    public static TheoryData<ScalarType, Func<Tensor, Tensor>> Casts => new()
    {
        { ScalarType.Byte, x => x.@byte() },
        { ScalarType.Byte, ByteTensor },
        { ScalarType.Int8, x => x.@char() },
        { ScalarType.Int16, x => x.@short() },
        { ScalarType.Int16, ShortTensor },
        { ScalarType.Int32, x => x.@int() },
        { ScalarType.Int32, IntTensor },
        { ScalarType.Int64, x => x.@long() },
        { ScalarType.Int64, LongTensor },
        { ScalarType.Float16, x => x.half() },
        { ScalarType.BFloat16, x => x.bfloat16() },
        { ScalarType.Float32, x => x.@float() },
        { ScalarType.Float32, FloatTensor },
        { ScalarType.Float64, x => x.@double() },
        { ScalarType.Float64, DoubleTensor },
        { ScalarType.Int32, x => x.to(int32) },
        { ScalarType.Int32, x => x.to_type(int32) },
        { ScalarType.Int32, x => x.type(int32) },
        { ScalarType.Int32, x => x.type(other => other.@int()) },
        { ScalarType.Int32, x => x.type_as(tensor(1)) },
        { ScalarType.Int32, x => x.to(tensor(1)) },
        { ScalarType.Int32, x => x.to(int32, CPU) },
    };

    [Theory]
    [MemberData(nameof(Casts))]
    public void Cast_Number_TruncatedToTheType(ScalarType type, Func<Tensor, Tensor> cast)
    {
        using var scope = NewDisposeScope();
        var made = cast(tensor([2.75, 0]));
        Assert.Equal(type, made.dtype);
        Assert.Equal(is_integral(type) ? [2, 0] : [2.75, 0], TensorValues.Read(made.@double()));
    }

    [Fact]
    public void Bool_Cast_IsWhetherNotZero()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([true, false], tensor([0.5, 0]).@bool().data<bool>().ToArray());
        Assert.Equal([true, false], BoolTensor(tensor([-1, 0])).data<bool>().ToArray());
        Assert.Equal(ScalarType.ComplexFloat32, tensor(1f).cfloat().dtype);
        Assert.Equal(ScalarType.ComplexFloat64, tensor(1f).cdouble().dtype);
    }

    [Fact]
    public void Promotion_TwoTypes_PyTorchsResult()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(ScalarType.Float32, promote_types(int64, float32));
        Assert.Equal(ScalarType.Int16, promote_types(uint8, int8));
        Assert.Equal(ScalarType.Float32, result_type(ones(2), tensor(2.0)));
        Assert.Equal(ScalarType.Float64, result_type(ones(2), tensor([2.0])));
        Assert.True(can_cast(int32, float32));
        Assert.False(can_cast(float32, int32));
        Assert.Equal((255L, 127L, 32767L), (max_int_value(uint8), max_int_value(int8), max_int_value(int16)));
        Assert.Equal((int.MaxValue, long.MaxValue), (max_int_value(int32), max_int_value(int64)));
        Assert.Throws<ArgumentException>(() => max_int_value(float32));
    }

    [Fact]
    public void To_NothingToChange_SharesTheMemoryUnlessACopyIsAsked()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2);
        x.to(float32).fill_(1);
        x.to(CPU)[1] = tensor(2f);
        x.to(float32, copy: true).fill_(9);
        x.to(CPU, copy: true).fill_(9);
        x.to("cpu", copy: true).fill_(9);
        x.to(DeviceType.CPU, copy: true).fill_(9);
        x.to(float32, CPU, copy: true).fill_(9);
        Assert.Equal([1, 2], TensorValues.Read(x));
        x.cpu().fill_(3);
        Assert.Equal([3, 3], TensorValues.Read(x));
    }

    [Fact]
    public void To_DisposeAfter_DisposesTheSource()
    {
        using var scope = NewDisposeScope();
        var x = ones(2);
        Assert.Equal([1, 1], TensorValues.Read(x.to(float64, disposeAfter: true)));
        Assert.True(x.IsInvalid);
    }

    [Fact]
    public void To_Recorded_CarriesTheGradient()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, requires_grad: true);
        x.to(float64).mul(3).sum().backward();
        Assert.Equal([3, 3], TensorValues.Read(x.grad!));
        Assert.Equal(ScalarType.Float32, x.grad!.dtype);
    }

    [Fact]
    public void Cuda_NoneThere_ThrowsClearly()
    {
        using var x = ones(2);
        Assert.Equal("Not a CUDA device. (Parameter 'device')", Assert.Throws<ArgumentException>(() => x.cuda(CPU)).Message);
        if (!cuda.is_available())
        {
            Assert.Throws<InvalidOperationException>(() => x.cuda());
            Assert.Throws<InvalidOperationException>(() => x.to("cuda:0"));
        }
    }

    [Fact]
    public void Clone_Write_LeavesTheSourceAndKeepsTheGraph()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, requires_grad: true);
        var copy = clone(x);
        copy.mul(2).sum().backward();
        copy.detach().fill_(7);
        Assert.Equal([1, 1], TensorValues.Read(x));
        Assert.Equal([2, 2], TensorValues.Read(x.grad!));
    }

    [Fact]
    public void Contiguous_Transposed_IsDense()
    {
        using var scope = NewDisposeScope();
        var x = arange(6).reshape(2, 3).t();
        Assert.False(x.is_contiguous());
        Assert.True(x.contiguous().is_contiguous());
        Assert.Equal([0, 3, 1, 4, 2, 5], x.contiguous().data<long>().ToArray());
    }

    [Fact]
    public void CopyInPlace_OtherTypeAndShape_ConvertsAndBroadcasts()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2, 2);
        Assert.Same(x, x.copy_(tensor([1L, 2L])));
        Assert.Equal([1, 2, 1, 2], TensorValues.Read(x));
        Assert.Throws<ExternalException>(() => x.copy_(ones(3)));
        Assert.Throws<ExternalException>(() => zeros(1).expand(4).copy_(arange(4)));
    }

    [Fact]
    public void Detach_Recorded_SharesTheMemoryWithoutAGraph()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, requires_grad: true).mul(2);
        var cut = x.detach();
        Assert.False(cut.requires_grad);
        cut.fill_(5);
        Assert.Equal([5, 5], TensorValues.Read(x));
        Assert.Same(x, x.detach_());
        Assert.True(x.is_leaf && !x.requires_grad);
    }

    [Fact]
    public void Set_OtherTensor_SharesItsMemoryAndShape()
    {
        using var scope = NewDisposeScope();
        var source = zeros(2, 3);
        var x = ones(1);
        Assert.Same(x, x.set_(source));
        x.fill_(4);
        Assert.Equal([2, 3], x.shape);
        Assert.Equal(4, source.ReadCpuSingle(5));
        var failure = Assert.Throws<ArgumentException>(() => x.set_(zeros(2, dtype: int64)));
        Assert.Equal("A tensor of type Float32 cannot share the memory of one of type Int64. (Parameter 'source')", failure.Message);
    }

    [Fact]
    public void Alias_Dispose_LeavesTheOther()
    {
        using var scope = NewDisposeScope();
        var x = ones(2);
        var second = x.alias();
        x.Dispose();
        Assert.Equal([1, 1], TensorValues.Read(second));
        Assert.False(second.is_pinned());
    }

    [Fact]
    public void Disposed_EveryUse_ThrowsInvalidOperation()
    {
        var x = ones(2);
        x.Dispose();
        x.Dispose();
        Assert.Throws<InvalidOperationException>(x.clone);
        Assert.Throws<InvalidOperationException>(() => x.to(float64));
        Assert.Throws<InvalidOperationException>(() => x.reshape(1, 2));
        Assert.Throws<InvalidOperationException>(() => x[0]);
        Assert.Throws<InvalidOperationException>(() => cat([ones(2), x]));
        Assert.Throws<InvalidOperationException>(() => ones(2).copy_(x));
        Assert.Throws<InvalidOperationException>(() => linalg.det(x));
        Assert.Throws<InvalidOperationException>(() => x.str());
        Assert.Equal("", x.ToString());
    }
}
