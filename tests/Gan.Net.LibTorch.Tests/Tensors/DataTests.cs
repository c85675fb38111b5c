using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

public sealed class DataTests
{
    [Fact]
    public void Data_Transposed_ReadsAndWritesInLogicalOrder()
    {
        using var scope = NewDisposeScope();
        var source = arange(6, dtype: float32).reshape(2, 3);
        var data = source.t().data<float>();
        Assert.Equal([0, 3, 1, 4, 2, 5], data.ToArray());
        Assert.Equal([0, 3, 1, 4, 2, 5], data);
        Assert.Equal(4, data[1, 1]);
        Assert.Equal(5, data[5]);
        Assert.Equal(6, data.Count);
        data[2, 0] = 20;
        data[0] = 10;
        Assert.Equal([10, 1, 20, 3, 4, 5], TensorValues.Read(source));
        Assert.Equal(4, ((float[,])data.ToNDArray())[1, 1]);
    }

    [Fact]
    public void Data_CopyToAndFrom_StopAtEitherEnd()
    {
        using var scope = NewDisposeScope();
        var whole = arange(4);
        var target = new long[3];
        whole.data<long>().CopyTo(target, 1, 2);
        Assert.Equal([0, 2, 3], target);
        whole.data<long>().CopyTo(target.AsSpan(), tensorIndex: 3);
        Assert.Equal([3, 2, 3], target);
        whole.data<long>().CopyFrom([7, 8, 9], 1, 3);
        Assert.Equal([0, 1, 2, 8], TensorValues.Read(whole));
        var odd = arange(6)[TensorIndex.Slice(1, null, 2)];
        odd.data<long>().CopyFrom((ReadOnlySpan<long>)[10, 30, 50, 70]);
        Assert.Equal([10, 30, 50], odd.data<long>().ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => whole.data<long>().CopyTo(target, 0, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => whole.data<long>().CopyTo(target, 4));
    }

    [Fact]
    public void Data_WrongTypeOrIndex_Throws()
    {
        using var scope = NewDisposeScope();
        var x = ones(2, 3);
        Assert.Equal("Double is not compatible with Float32", Assert.Throws<ArgumentException>(() => x.data<double>()).Message);
        Assert.Throws<NotSupportedException>(() => x.data<char>());
        Assert.Throws<NotSupportedException>(() => x.data<Guid>());
        Assert.Throws<IndexOutOfRangeException>(() => x.data<float>()[6]);
        Assert.Throws<IndexOutOfRangeException>(() => x.data<float>()[-1]);
        Assert.Throws<IndexOutOfRangeException>(() => x.data<float>()[2, 0]);
        Assert.Throws<IndexOutOfRangeException>(() => x.data<float>()[0, -1]);
        Assert.Throws<IndexOutOfRangeException>(() => x.data<float>()[0, 0, 0]);
        Assert.Throws<IndexOutOfRangeException>(() => x.data<float>()[0, 0] = x.data<float>()[99]);
    }

    [Fact]
    public void Data_TensorDisposed_ThrowsInsteadOfReading()
    {
        var x = ones(2);
        var data = x.data<float>();
        x.Dispose();
        Assert.Throws<ObjectDisposedException>(() => data[0]);
        Assert.Throws<ObjectDisposedException>(() => data.ToArray());
        Assert.Throws<InvalidOperationException>(() => x.data<float>());
        Assert.Throws<InvalidOperationException>(() => x.bytes.Length);
    }

    [Fact]
    public void Data_AccessorDisposed_LeavesTheTensor()
    {
        using var x = ones(2);
        var data = x.data<float>();
        data.Dispose();
        Assert.Throws<ObjectDisposedException>(() => data[0]);
        Assert.False(x.IsInvalid);
    }

    [Fact]
    public void Data_Comparison_GoesByValues()
    {
        using var scope = NewDisposeScope();
        Assert.True(ones(3).data<float>() == ones(3).data<float>());
        Assert.True(ones(3).data<float>() != zeros(3).data<float>());
        Assert.False(ones(3).data<float>().Equals(ones(2).data<float>()));
    }

    [Fact]
    public void Data_WithoutDimensionsOrElements_Works()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([5L], tensor(5L).data<long>().ToArray());
        Assert.Equal(5, tensor(5L).data<long>()[0]);
        Assert.Equal(5, tensor(5L).data<long>()[(long[])[]]);
        Assert.Empty(zeros(0, 3).data<float>());
        Assert.Empty(zeros(0).data<float>().ToArray());
        Assert.True(zeros(0).bytes.IsEmpty);
    }

    [Fact]
    public void Bytes_GetAndSet_AreTheMemory()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new short[] { 1, 258 });
        Assert.Equal([1, 0, 2, 1], x.bytes.ToArray());
        x.bytes = new byte[] { 5, 0, 0, 1 };
        x.bytes[2] = 1;
        Assert.Equal([5, 257], TensorValues.Read(x));
        Assert.Equal("The tensor holds 4 bytes and was given 3.", Assert.Throws<ArgumentException>(() => x.bytes = new byte[3]).Message);
        Assert.Throws<InvalidOperationException>(() => zeros(2, 3).t().bytes.Length);
        Assert.Throws<InvalidOperationException>(() => zeros(2, device: META).bytes.Length);
    }

    [Fact]
    public void ReadCpu_EveryType_ReadsTheElement()
    {
        using var scope = NewDisposeScope();
        var x = tensor(new[,] { { 1, 0 }, { 3, 4 } }).t();
        Assert.Equal(3, x.ReadCpuInt32(1));
        Assert.Equal(3, x.@float().ReadCpuSingle(1));
        Assert.Equal(3, x.@double().ReadCpuDouble(1));
        Assert.Equal(3, x.@long().ReadCpuInt64(1));
        Assert.Equal(3, x.@short().ReadCpuInt16(1));
        Assert.Equal(3, x.@byte().ReadCpuByte(1));
        Assert.Equal(3, x.@char().ReadCpuSByte(1));
        Assert.Equal(3, x.half().ReadCpuFloat16(1));
        Assert.False(x.@bool().ReadCpuBool(2));
        Assert.Equal((Half)4, x.half().ReadCpuValue<Half>(3));
        Assert.Throws<IndexOutOfRangeException>(() => x.ReadCpuInt32(4));
        Assert.Throws<ArgumentException>(() => x.ReadCpuSingle(0));
        Assert.Throws<InvalidOperationException>(() => zeros(1, device: META).ReadCpuSingle(0));
    }

    [Fact]
    public void Streams_WriteAndRead_GiveTheSameTensor()
    {
        using var scope = NewDisposeScope();
        var source = arange(1000, dtype: float64);
        using var stream = new MemoryStream();
        source.WriteBytesToStream(stream, 64);
        Assert.Equal(8000, stream.Length);
        stream.Position = 0;
        var target = zeros(1000, dtype: float64);
        target.ReadBytesFromStream(stream, 100);
        Assert.Equal(TensorValues.Read(source), TensorValues.Read(target));
        Assert.Throws<EndOfStreamException>(() => target.ReadBytesFromStream(stream));
    }
}
