using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

/// <summary>Wrong use is a managed exception with libtorch's words, and the tensors live on.</summary>
public sealed class OperatorErrorTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Operator_ShapesThatDoNotBroadcast_LibtorchsMessage()
    {
        var two = TensorValues.Vector(1, 2);
        var three = TensorValues.Vector(1, 2, 3);
        AssertExternal("The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0", () => two.add(three));
        AssertExternal("The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0", () => two * three);
        AssertExternal("output with shape [2] doesn't match the broadcast shape [2, 2]", () => two.add_(Matrix(2, 2)));
        Assert.Equal([1, 2], TensorValues.Read(two));
    }

    [Fact]
    public void Product_InnerSizesDiffer_LibtorchsMessage()
    {
        AssertExternal("mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)", () => Matrix(2, 3).matmul(Matrix(2, 3)));
        AssertExternal("self must be a matrix", () => TensorValues.Vector(1).mm(Matrix(1, 1)));
        AssertExternal("batch1 must be a 3D tensor", () => Matrix(2, 2).bmm(Matrix(2, 2)));
    }

    [Fact]
    public void Operator_ElementTypeItLacks_LibtorchsMessage()
    {
        var integers = TensorValues.Make(ScalarType.Int64, [2], 1, 2);
        AssertExternal("mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype.", () => integers.mean());
        AssertExternal("result type Float can't be cast to the desired output type Long", () => integers.div_(2));
        AssertExternal("\"bitwise_and_cpu\" not implemented for 'Double'", () => TensorValues.Vector(1) & TensorValues.Vector(1));
        AssertExternal("self and mat2 must have the same dtype", () => Matrix(1, 1).addmm(Matrix(1, 1), Matrix(1, 1).@float()));
    }

    [Fact]
    public void Reduction_NoSuchDimension_LibtorchsMessage()
    {
        AssertExternal("Dimension out of range (expected to be in range of [-2, 1], but got 2)", () => Matrix(2, 2).sum(2));
        AssertExternal("Dimension out of range (expected to be in range of [-1, 0], but got -3)", () => TensorValues.Vector(1, 2).softmax(-3));
        AssertExternal("selected number k out of range for dimension 0", () => TensorValues.Vector(1).kthvalue(2, 0).values);
    }

    [Fact]
    public void InPlace_LeafThatRequiresGrad_LibtorchsMessage()
    {
        var leaf = TensorValues.Vector(1, 2).requires_grad_();
        AssertExternal("a leaf Variable that requires grad is being used in an in-place operation.", () => leaf.mul_(2));
        using (no_grad())
        {
            Assert.Same(leaf, leaf.mul_(2));
        }

        Assert.Equal([2, 4], TensorValues.Read(leaf));
    }

    [Fact]
    public void Backward_ValueOverwrittenInPlace_LibtorchsMessage()
    {
        var leaf = TensorValues.Vector(1, 2).requires_grad_();
        var value = leaf.exp();
        var sum = value.mul(value).sum();
        value.zero_();
        AssertExternal("one of the variables needed for gradient computation has been modified by an inplace operation", () =>
        {
            sum.backward();
            return sum;
        });
    }

    [Fact]
    public void Operator_NothingForATensor_LibtorchsMessage()
    {
        AssertExternal("Expected Tensor but got None", () => TensorValues.Vector(1).add((Tensor)null!));
        AssertExternal("Expected Tensor but got None", () => TensorValues.Vector(1).matmul(null!));
    }

    [Fact]
    public void Operator_DisposedTensor_Throws()
    {
        var disposed = TensorValues.Vector(1, 2);
        var alive = TensorValues.Vector(1, 2);
        disposed.Dispose();
        AssertEmpty(() => disposed.add(alive));
        AssertEmpty(() => alive.add(disposed));
        AssertEmpty(() => disposed.add_(1));
        AssertEmpty(() => alive + disposed);
        AssertEmpty(() => disposed.sum());
        AssertEmpty(() => torch.einsum("i,i->i", alive, disposed));
        AssertEmpty(() => disposed.ToSingle());
        AssertEmpty(() => disposed.item<double>());
    }

    [Fact]
    public void Operator_DisposedGenerator_Throws()
    {
        var generator = new Generator(1);
        generator.Dispose();
        Assert.Throws<ObjectDisposedException>(() => TensorValues.Vector(1).normal_(generator: generator));
    }

    private static Tensor Matrix(long rows, long columns) => ones(rows, columns, ScalarType.Float64);

    private static void AssertExternal(string message, Func<Tensor> call) =>
        Assert.Contains(message, Assert.Throws<ExternalException>(call).Message, StringComparison.Ordinal);

    private static void AssertEmpty<T>(Func<T> call) =>
        Assert.Equal("Tensor invalid -- empty handle.", Assert.Throws<InvalidOperationException>(() => { call(); }).Message);
}
