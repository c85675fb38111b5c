using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Gan.Net.EngineTraps.Traps;

/// <summary>Maths that ends the process where its arguments do not fit.</summary>
internal static class FatalMathTraps
{
    public static IReadOnlyList<Trap> List { get; } =
    [
        Fatal("matmul", "Tensor.matmul, shapes that do not fit", () => ones(3, 4).matmul(ones(3, 4))),
        Fatal("matmul", "Tensor.matmul, types that do not fit", () => ones(3, 4).matmul(ones([4, 3], ScalarType.Float64))),
        Fatal("matmul", "torch.matmul, shapes that do not fit", () => matmul(ones(3, 4), ones(3, 4))),
        new() { Row = "nanmean", Call = "Tensor.nanmean", Observed = "throws ExternalException", Try = () => ones(3).nanmean().Text() },
        Fatal("nanmean", "Tensor.nanmean(keepdim: true)", () => ones(3).nanmean(keepdim: true)),
        Fatal("nanmean", "torch.nanmean(keepdim: true)", () => nanmean(ones(3), keepdim: true)),
        Fatal("var(dims)", "Tensor.var(dims), whole numbers", () => arange(6).var([0L])),
        Fatal("var(dims)", "Tensor.var(dim), whole numbers", () => arange(6).var(0L)),
        Fatal("var(dims)", "torch.var(t, dims), whole numbers", () => var(arange(6), [0L])),
        Fatal("cummax, cummin", "Tensor.cummax, a dimension too many", () => ones(3).cummax(5).values),
        Fatal("cummax, cummin", "Tensor.cummin, a dimension too many", () => ones(3).cummin(5).values),
        Fatal("cummax, cummin", "torch.cummax, a dimension too many", () => cummax(ones(3), 5).values),
        Fatal("cummax, cummin", "torch.cummin, a dimension too many", () => cummin(ones(3), 5).values),
        Fatal("cross(…, Scalar, …)", "Tensor.cross(Scalar, long)", () => ones(3).cross(1, 0)),
        Fatal("cross(…, Scalar, …)", "torch.cross(Tensor, Scalar, long)", () => cross(ones(3), (Scalar)1, 0)),
        Fatal("lp_pool2d, max_unpool2d", "functional.lp_pool2d, a window of one number", () => functional.lp_pool2d(ones(1, 1, 4, 4), 2, [2])),
        Fatal("lp_pool2d, max_unpool2d", "LPPool2d, a window of one number", () => LPPool2d(2, [2]).call(ones(1, 1, 4, 4))),
        Fatal("lp_pool2d, max_unpool2d", "functional.max_unpool2d, a window of one number", () => functional.max_unpool2d(ones(1, 1, 4, 4), zeros([1, 1, 4, 4], ScalarType.Int64), [2])),
        Fatal("lp_pool2d, max_unpool2d", "functional.max_unpool3d, a window of one number", () => functional.max_unpool3d(ones([1, 1, 4, 4, 4]), zeros([1, 1, 4, 4, 4], ScalarType.Int64), [2])),
        Fatal("MultiheadAttention", "MultiheadAttention of no heads", () => MultiheadAttention(4, 0)),
        Fatal("linalg.tensorsolve", "linalg.tensorsolve, a negative axis", () => linalg.tensorsolve(zeros(0), ones(3, 4), [-1])),
        Fatal("align_as", "Tensor.align_as", () => ones(3, 4).align_as(ones(2, 3, 4))),
        Fatal("histogram(…, out), rand_out, randn_out, randint_out", "torch.histogram(t, bins, out)", Histogram),
        Fatal("histogram(…, out), rand_out, randn_out, randint_out", "Tensor.rand_out", () => ones(3).rand_out(3)),
        Fatal("histogram(…, out), rand_out, randn_out, randint_out", "Tensor.randn_out", () => ones(3).randn_out(3)),
        Fatal("histogram(…, out), rand_out, randn_out, randint_out", "Tensor.randint_out", () => ones(3).randint_out(3, [3])),
    ];

    private static Tensor Histogram()
    {
        (Tensor, Tensor) results = (zeros(2), zeros(3));
        return histogram(ones(3), 2L, out results).Item1;
    }

    internal static Trap Fatal(string row, string call, Func<object?> attempt) => new() { Row = row, Call = call, Observed = Trap.EndsTheProcess, Try = () => Shows.Back(attempt()) };
}
