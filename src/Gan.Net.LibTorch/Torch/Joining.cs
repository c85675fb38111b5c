using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    private static readonly Operator Concatenate = new("cat");
    private static readonly Operator Stack = new("stack");
    private static readonly Operator HStack = new("hstack");
    private static readonly Operator VStack = new("vstack");
    private static readonly Operator DStack = new("dstack");
    private static readonly Operator ColumnStack = new("column_stack");
    private static readonly Operator Meshgrid = new("meshgrid", "indexing");
    private static readonly Operator BroadcastTensors = new("broadcast_tensors");
    private static readonly Operator CartesianProduct = new("cartesian_prod");
    private static readonly Operator Combinations = new("combinations");

    /// <summary>The tensors one after the other along a dimension they have.</summary>
    /// <exception cref="ArgumentException">The list is empty.</exception>
    public static Tensor cat(Tensor[] tensors, long dim = 0) => tensors.Length switch
    {
        0 => throw new ArgumentException("There are no tensors to put together.", nameof(tensors)),
        1 => tensors[0].alias(),
        _ => Concatenate.Call(tensors, dim),
    };

    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => cat(ArrayOf(tensors), dim);

    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => cat(tensors.ToArray(), dim);

    public static Tensor concat(Tensor[] tensors, long dim = 0) => cat(tensors, dim);

    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => cat(ArrayOf(tensors), dim);

    public static Tensor concat(ReadOnlySpan<Tensor> tensors, long dim = 0) => cat(tensors.ToArray(), dim);

    public static Tensor concatenate(Tensor[] tensors, long axis = 0) => cat(tensors, axis);

    public static Tensor concatenate(IList<Tensor> tensors, long axis = 0) => cat(ArrayOf(tensors), axis);

    public static Tensor concatenate(ReadOnlySpan<Tensor> tensors, long axis = 0) => cat(tensors.ToArray(), axis);

    /// <summary>The tensors, all of one shape, along a new dimension.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Stack.Call(ArrayOf(tensors), dim);

    public static Tensor hstack(params Tensor[] tensors) => HStack.Call(tensors);

    public static Tensor hstack(IList<Tensor> tensors) => HStack.Call(ArrayOf(tensors));

    public static Tensor hstack(IEnumerable<Tensor> tensors) => HStack.Call(ArrayOf(tensors));

    public static Tensor hstack(ReadOnlySpan<Tensor> tensors) => HStack.Call(tensors.ToArray());

    public static Tensor vstack(Tensor[] tensors) => VStack.Call(tensors);

    public static Tensor vstack(IList<Tensor> tensors) => VStack.Call(ArrayOf(tensors));

    public static Tensor vstack(ReadOnlySpan<Tensor> tensors) => VStack.Call(tensors.ToArray());

    public static Tensor row_stack(params Tensor[] tensors) => VStack.Call(tensors);

    public static Tensor row_stack(IList<Tensor> tensors) => VStack.Call(ArrayOf(tensors));

    public static Tensor row_stack(ReadOnlySpan<Tensor> tensors) => VStack.Call(tensors.ToArray());

    public static Tensor dstack(params Tensor[] tensors) => DStack.Call(tensors);

    public static Tensor dstack(IList<Tensor> tensors) => DStack.Call(ArrayOf(tensors));

    public static Tensor dstack(IEnumerable<Tensor> tensors) => DStack.Call(ArrayOf(tensors));

    public static Tensor dstack(ReadOnlySpan<Tensor> tensors) => DStack.Call(tensors.ToArray());

    public static Tensor column_stack(params Tensor[] tensors) => ColumnStack.Call(tensors);

    public static Tensor column_stack(IList<Tensor> tensors) => ColumnStack.Call(ArrayOf(tensors));

    public static Tensor column_stack(ReadOnlySpan<Tensor> tensors) => ColumnStack.Call(tensors.ToArray());

    /// <summary>Each vector spread over the grid of all of them; <paramref name="indexing"/> is <c>"ij"</c> (rows first) or <c>"xy"</c>.</summary>
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij") => Meshgrid.CallList(ArrayOf(tensors), indexing);

    /// <summary>The tensors expanded to their common shape.</summary>
    /// <exception cref="ArgumentException">The list is empty.</exception>
    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors) => tensors.Length > 0
        ? BroadcastTensors.CallList(tensors)
        : throw new ArgumentException("There are no tensors to expand.", nameof(tensors));

    /// <summary>The shape that tensors of the given shapes broadcast to.</summary>
    /// <exception cref="ArgumentException">They do not broadcast.</exception>
    public static Size broadcast_shapes(params long[][] shapes)
    {
        var result = new long[shapes.Length == 0 ? 0 : shapes.Max(shape => shape.Length)];
        Array.Fill(result, 1);
        foreach (var shape in shapes)
        {
            for (var i = 1; i <= shape.Length; i++)
            {
                ref var common = ref result[^i];
                common = shape[^i] == 1 || shape[^i] == common ? common : common == 1 ? shape[^i]
                    : throw new ArgumentException($"Shape mismatch: a length of {shape[^i]} cannot be broadcast to {common}.");
            }
        }

        return new Size(result);
    }

    public static Tensor cartesian_prod(params Tensor[] tensors) => CartesianProduct.Call(tensors);

    public static Tensor cartesian_prod(IList<Tensor> tensors) => CartesianProduct.Call(ArrayOf(tensors));

    public static Tensor cartesian_prod(ReadOnlySpan<Tensor> tensors) => CartesianProduct.Call(tensors.ToArray());

    public static Tensor combinations(Tensor input, int r = 2, bool with_replacement = false) => Combinations.Call(input, r, with_replacement);

    private static Tensor[] ArrayOf(IEnumerable<Tensor> tensors) => tensors as Tensor[] ?? tensors.ToArray();
}
