using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Gan.Net.EngineTraps.Traps;

/// <summary>Maths that ends the process where its arguments do not fit.</summary>
internal static class FatalMathTraps
{
    public static IReadOnlyList<Trap> List { get; } =
    [
        Fatal("Tensor.matmul, shapes that do not fit", () => ones(3, 4).matmul(ones(3, 4))),
        Fatal("Tensor.matmul, types that do not fit", () => ones(3, 4).matmul(ones([4, 3], ScalarType.Float64))),
        Fatal("torch.matmul, shapes that do not fit", () => matmul(ones(3, 4), ones(3, 4))),
        Fatal("Tensor.nanmean", () => ones(3).nanmean().ToSingle()),
        Fatal("torch.nanmean", () => nanmean(ones(3)).ToSingle()),
        Fatal("Tensor.var(dims), whole numbers", () => arange(6).var([0L])),
        Fatal("Tensor.var(dim), whole numbers", () => arange(6).var(0L)),
        Fatal("torch.var(t, dims), whole numbers", () => var(arange(6), [0L])),
        Fatal("Tensor.cummax, a dimension too many", () => ones(3).cummax(5).values),
        Fatal("Tensor.cummin, a dimension too many", () => ones(3).cummin(5).values),
        Fatal("torch.cummax, a dimension too many", () => cummax(ones(3), 5).values),
        Fatal("torch.cummin, a dimension too many", () => cummin(ones(3), 5).values),
        Fatal("Tensor.cross(Scalar, long)", () => ones(3).cross(1, 0)),
        Fatal("torch.cross(Tensor, Scalar, long)", () => cross(ones(3), (Scalar)1, 0)),
        Fatal("functional.lp_pool1d, a window larger than the input", () => functional.lp_pool1d(ones(1, 1, 2), 2, 5)),
        Fatal("functional.lp_pool2d, a window larger than the input", () => functional.lp_pool2d(ones(1, 1, 2, 2), 2, [5, 5])),
        Fatal("LPPool1d, a window larger than the input", () => LPPool1d(2, 5).call(ones(1, 1, 2))),
        Fatal("LPPool2d, a window larger than the input", () => LPPool2d(2, [5, 5]).call(ones(1, 1, 2, 2))),
        Fatal("functional.max_unpool1d, indices that do not fit", () => functional.max_unpool1d(ones(1, 1, 4), ones(1, 1, 3), 2)),
        Fatal("functional.max_unpool2d, indices that do not fit", () => functional.max_unpool2d(ones(1, 1, 4, 4), ones(1, 1, 3, 3), [2, 2])),
        Fatal("functional.max_unpool3d, indices that do not fit", () => functional.max_unpool3d(ones([1, 1, 4, 4, 4]), ones([1, 1, 3, 3, 3]), [2, 2, 2])),
        Fatal("MultiheadAttention of no heads", () => MultiheadAttention(4, 0)),
        Fatal("linalg.tensorsolve, a negative axis", () => linalg.tensorsolve(zeros(0), ones(3, 4), [-1])),
        Fatal("Tensor.align_as", () => ones(3, 4).align_as(ones(2, 3, 4))),
        Fatal("torch.sparse_coo_tensor, indices that are no matrix", () => sparse_coo_tensor(tensor(5f), zeros(0), [2, 3])),
        Fatal("torch.histogram(t, bins, out)", Histogram),
        Fatal("Tensor.rand_out", () => ones(3).rand_out(3)),
        Fatal("Tensor.randn_out", () => ones(3).randn_out(3)),
        Fatal("Tensor.randint_out", () => ones(3).randint_out(3, [3])),
    ];

    private static Tensor Histogram()
    {
        (Tensor, Tensor) results = (zeros(2), zeros(3));
        return histogram(ones(3), 2L, out results).Item1;
    }

    internal static Trap Fatal(string call, Func<object?> attempt) => new() { Call = call, Observed = Trap.EndsTheProcess, Try = () => Shows.Back(attempt()) };
}
