using System.Runtime.InteropServices;
using Gan.Net.LibTorch.Interop;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests.Lifetime;

/// <summary>What libtorch refuses arrives as an exception, and costs nothing else.</summary>
public sealed class FailureTests
{
    [Fact]
    public void Operator_ShapesThatDoNotFit_ThrowsLibTorchsMessage()
    {
        using var scope = NewDisposeScope();
        var failure = Assert.Throws<ExternalException>(() => TensorValues.Vector(1, 2).add(TensorValues.Vector(1, 2, 3)));
        Assert.Equal("The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0", failure.Message);
    }

    [Fact]
    public void NullReference_LibtorchLoaded_IsAnExceptionAsEver()
    {
        using var tensor = TensorValues.Vector(1);
        string?[] none = [null];

        Assert.Throws<NullReferenceException>(() => none[0]!.Length);
    }

    [Fact]
    public void Operator_UnknownName_ThrowsItsName()
    {
        var failure = Assert.Throws<ExternalException>(() => new Operator("no_such_operator").Call());
        Assert.Contains("aten::no_such_operator", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Operator_TooManyArguments_Throws()
    {
        using var scope = NewDisposeScope();
        var failure = Assert.Throws<ExternalException>(() => new Operator("neg").Call(TensorValues.Vector(1), 1, 2));
        Assert.Equal("aten::neg takes at most 1 arguments, got 3", failure.Message);
    }

    [Fact]
    public void Operator_ArgumentOfTheWrongKind_ThrowsAndGoesOn()
    {
        using var scope = NewDisposeScope();
        var tensor = TensorValues.Vector(1);
        Assert.Throws<ExternalException>(() => new Operator("add", "Tensor").Call(tensor, "text"));
        Assert.Equal([2], TensorValues.Read(tensor.add(tensor)));
    }

    [Fact]
    public void Failures_AThousand_LeakNothing()
    {
        using var scope = NewDisposeScope();
        var (two, three) = (TensorValues.Vector(1, 2), TensorValues.Vector(1, 2, 3));
        Fail(two, three, 1000);
        var before = Garbage.Settle();
        var memory = ResidentBytes();
        Fail(two, three, 1000);
        Assert.Equal(before, Garbage.Settle());
        Assert.Equal(2, scope.DisposablesCount);
        Assert.InRange(ResidentBytes() - memory, long.MinValue, 4L << 20);
    }

    [Fact]
    public void Failures_OfTwoThreads_DoNotMixTheirMessages()
    {
        Parallel.For(2, 10, size =>
        {
            using var scope = NewDisposeScope();
            var (one, other) = (TensorValues.Vector(new double[size]), TensorValues.Vector(new double[size + 100]));
            for (var i = 0; i < 100; i++)
            {
                var failure = Assert.Throws<ExternalException>(() => one.add(other));
                Assert.StartsWith($"The size of tensor a ({size}) must match", failure.Message, StringComparison.Ordinal);
            }
        });
    }

    private static void Fail(Tensor two, Tensor three, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.Throws<ExternalException>(() => two.add(three));
            Assert.Throws<ExternalException>(() => autograd.grad([two], [two]));
        }
    }

    private static long ResidentBytes()
    {
        GC.Collect();
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
