using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

/// <summary>Large blocks are kept when freed and handed out again.</summary>
public sealed class KeptBlockTests
{
    private const long Large = 1 << 18;

    [Fact]
    public void Tensors_OfManySizesOnManyThreads_KeepTheirNumbers() => Parallel.For(0, 8, worker =>
    {
        var random = new Random(worker);
        using var scope = NewDisposeScope();
        var kept = new Queue<(Tensor Tensor, float Value)>();
        for (var i = 0; i < 200; i++)
        {
            var value = (worker * 1000f) + i;
            kept.Enqueue((full(random.NextInt64(1, Large), value), value));
            if (kept.Count > 6)
            {
                var (tensor, expected) = kept.Dequeue();
                Assert.Equal(expected, tensor.min().ToSingle());
                Assert.Equal(expected, tensor.max().ToSingle());
                tensor.Dispose();
            }
        }
    });

    [Fact]
    public void Tensors_FreedAndMadeAgain_TakeTheSameMemory()
    {
        using var scope = NewDisposeScope();
        var first = Address(ones(Large));
        var second = Address(ones(Large));

        Assert.Equal(first, second);
    }

    [Fact]
    public void Data_OfALargeTensor_LiesOnACacheLine()
    {
        using var scope = NewDisposeScope();

        Assert.Equal(0, Address(ones(Large + 1)) % 64);
    }

    [Fact]
    public void Empty_MoreThanTheMachineHas_SaysHowMuch()
    {
        var failure = Assert.ThrowsAny<Exception>(() => empty(1L << 50));

        Assert.Contains("memory", failure.Message, StringComparison.OrdinalIgnoreCase);
    }

    private static unsafe long Address(Tensor tensor)
    {
        using (tensor)
        {
            fixed (byte* data = tensor.bytes)
            {
                return (long)data;
            }
        }
    }
}
