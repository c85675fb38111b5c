using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

public sealed class LinalgTests
{
    private static readonly ReferenceCases Cases = new("linalg")
    {
        { "det", x => linalg.det(x["input"]) },
        { "det/Tensor.det", x => x["input"].det() },
        { "det/torch.det", x => det(x["input"]) },
        { "slogdet", x => Both(linalg.slogdet(Definite(x))) },
        { "slogdet/torch.slogdet", x => Both(slogdet(Definite(x))) },
        { "logdet", x => Definite(x).logdet() },
        { "logdet/torch.logdet", x => logdet(Definite(x)) },
        { "inv", x => linalg.inv(Definite(x)) },
        { "inv/Tensor.inverse", x => Definite(x).inverse() },
        { "inv/torch.inverse", x => inverse(Definite(x)) },
        { "pinv", x => linalg.pinv(x["input"]) },
        { "pinv_tolerance", x => linalg.pinv(Symmetric(x), 0.1, 0.01, true) },
        { "pinv_tolerance/tensors", x => linalg.pinv(Symmetric(x), tensor(0.1), tensor(0.01), true) },
        { "pinverse", x => x["input"].pinverse() },
        { "pinverse/torch.pinverse", x => pinverse(x["input"]) },
        { "matrix_rank", _ => linalg.matrix_rank(tensor(new float[,] { { 1, 2 }, { 2, 4 } })) },
        { "matrix_rank_tolerance", _ => linalg.matrix_rank(diag(tensor([1f, 0.5f, 0.01f])), 0.1) },
        { "matrix_rank_tolerance/tensors", _ => linalg.matrix_rank(diag(tensor([1f, 0.5f, 0.01f])), tensor(0.1f)) },
        { "matrix_power", x => x["input"].matrix_power(3) },
        { "matrix_power_inverse/torch.matrix_power", x => matrix_power(Definite(x), -2) },
        { "matrix_exp", x => linalg.matrix_exp(x["input"]) },
        { "matrix_exp/Tensor.matrix_exp", x => x["input"].matrix_exp() },
        { "matrix_exp/torch.matrix_exp", x => matrix_exp(x["input"]) },
        { "multi_dot", x => linalg.multi_dot([x["first"], x["second"], x["third"]]) },
        { "cross", x => linalg.cross(x["input"], x["other"]) },
        { "vecdot", x => linalg.vecdot(x["input"], x["other"]) },
        { "vander", x => linalg.vander(x["input"], 4) },
        { "householder_product", x => linalg.householder_product(x["input"], x["tau"]) },
        { "tensorinv", x => linalg.tensorinv(x["input"], 1) },
        { "tensorsolve", x => linalg.tensorsolve(x["input"], x["other"], [0]) },
        { "norm", x => linalg.norm(x["input"]) },
        { "norm_dim", x => linalg.norm(x["input"], [1], true) },
        { "norm_one", x => linalg.norm(x["input"], 1, [0]) },
        { "norm_three", x => linalg.norm(x["input"], 3.5, [0]) },
        { "norm_nuclear", x => linalg.norm(x["input"], "nuc") },
        { "vector_norm", x => linalg.vector_norm(x["input"]) },
        { "vector_norm_infinite", x => linalg.vector_norm(x["input"], double.PositiveInfinity, [1]) },
        { "matrix_norm", x => linalg.matrix_norm(x["input"]) },
        { "matrix_norm_two", x => linalg.matrix_norm(x["input"], 2) },
        { "matrix_norm_dims", x => linalg.matrix_norm(x["input"], "nuc", [0, 2], true) },
        { "cond", x => linalg.cond(Definite(x)) },
        { "cond_one", x => linalg.cond(Definite(x["input"].detach()), 1) },
        { "cond_one/double", x => linalg.cond(Definite(x["input"].detach()), 1.0) },
        { "cond_frobenius", x => linalg.cond(Definite(x["input"].detach()), "fro") },
        { "cholesky", x => linalg.cholesky(Definite(x)) },
        { "cholesky/Tensor.cholesky", x => Definite(x).cholesky() },
        { "cholesky/torch.cholesky", x => cholesky(Definite(x)) },
        { "cholesky_upper", x => cholesky(Definite(x), true) },
        { "cholesky_ex", x => Both(linalg.cholesky_ex(Definite(x))) },
        { "cholesky_inverse", x => linalg.cholesky(Definite(x)).cholesky_inverse() },
        { "cholesky_inverse/torch.cholesky_inverse", x => cholesky_inverse(linalg.cholesky(Definite(x))) },
        { "cholesky_solve", x => x["input"].cholesky_solve(linalg.cholesky(Definite(x["matrix"]))) },
        { "cholesky_solve/torch.cholesky_solve", x => cholesky_solve(x["input"], linalg.cholesky(Definite(x["matrix"]))) },
        { "eig", x => Rebuilt(linalg.eig(x["input"])) },
        { "eigvals", x => linalg.eigvals(x["input"]).pow(3).sum().real },
        { "eigh", x => linalg.eigh(Symmetric(x)) is var (values, vectors) ? [values, vectors.abs()] : [] },
        { "eigh_upper", x => linalg.eigh(x["input"], 'U').Item1 },
        { "eigvalsh", x => linalg.eigvalsh(Symmetric(x)) },
        { "svd", x => WithoutSign(linalg.svd(x["input"], false)) },
        { "svd_full", x => WithoutSign(linalg.svd(x["input"].detach())) },
        { "svdvals", x => linalg.svdvals(x["input"]) },
        { "qr", x => WithoutSign(linalg.qr(x["input"])) },
        { "qr_complete", x => WithoutSign(linalg.qr(x["input"].detach(), linalg.QRMode.Complete)) },
        { "qr_r", x => linalg.qr(x["input"].detach(), linalg.QRMode.R).R.abs() },
        { "lu", x => linalg.lu(x["input"]) is var (p, l, u) ? [p, l, u] : [] },
        { "lu_factor", x => linalg.lu_factor(x["input"]) is var (packed, pivots) ? [packed, pivots!] : [] },
        { "solve", x => linalg.solve(Definite(x), x["other"]) },
        { "solve/solve_ex", x => linalg.solve_ex(Definite(x), x["other"]).result },
        { "solve_right", x => linalg.solve(Definite(x), x["other"], false) },
        { "solve_triangular", x => linalg.solve_triangular(linalg.cholesky(Definite(x)), x["other"], false) },
        { "lu_solve", x => linalg.lu_factor(x["input"]) is var (packed, pivots) ? linalg.lu_solve(packed, pivots!, x["other"]) : null! },
        { "ldl_solve", x => LdlSolved(linalg.ldl_factor(Symmetric(x).detach(), false), x) },
        { "ldl_solve/ldl_factor_ex", x => linalg.ldl_factor_ex(Symmetric(x).detach(), false) is var (d, at, _) ? LdlSolved((d, at), x) : null! },
        { "lstsq", x => linalg.lstsq(x["input"], x["other"]).Solution },
        { "lstsq/rcond", x => linalg.lstsq(x["input"], x["other"], 1e-12).Solution },
    };

    public static TheoryData<string> Labels => Cases.Labels;

    [Theory]
    [MemberData(nameof(Labels))]
    public void Member_ReferenceCase_SameValuesAndGradients(string label) => Cases.Run(label);

    [Fact]
    public void Cases_FileAndTable_NameTheSame() => Cases.AssertComplete();

    [Fact]
    public void OutForms_Call_WriteToTheTarget()
    {
        using var scope = NewDisposeScope();
        var target = zeros(2);
        linalg.vecdot(ones(2, 3), ones(2, 3), @out: target);
        Assert.Equal([3, 3], TensorValues.Read(target));
        var matrix = zeros(2, 1);
        linalg.solve_triangular(eye(2), ones(2, 1), true, @out: matrix);
        Assert.Equal([1, 1], TensorValues.Read(matrix));
        var (packed, pivots) = linalg.lu_factor(eye(2));
        linalg.lu_solve(packed, pivots!, full(2, 1, 4f), @out: matrix);
        Assert.Equal([4, 4], TensorValues.Read(matrix));
    }

    [Fact]
    public void Lstsq_DefaultMethod_GivesSolutionAndRankOnly()
    {
        using var scope = NewDisposeScope();
        var result = linalg.lstsq(eye(3)[.., ..2], ones(3, 1));
        Assert.Equal([1, 1], TensorValues.Read(result.Solution));
        Assert.Equal([2], TensorValues.Read(result.Rank));
        Assert.Equal(0, result.Residuals.numel());
        Assert.Equal(0, result.SingularValues.numel());
    }

    [Fact]
    public void CholeskyEx_NotDefinite_SaysWhereInsteadOfThrowing()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([2], TensorValues.Read(linalg.cholesky_ex(diag(tensor([1.0, -1.0]))).info));
        Assert.Throws<ExternalException>(() => linalg.cholesky_ex(diag(tensor([1.0, -1.0])), check_errors: true));
    }

    [Fact]
    public void Failures_BadMatrices_ThrowLibtorchsMessage()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("singular", Assert.Throws<ExternalException>(() => linalg.inv(zeros(2, 2))).Message, StringComparison.Ordinal);
        Assert.Contains("not positive-definite", Assert.Throws<ExternalException>(() => linalg.cholesky(zeros(2, 2))).Message, StringComparison.Ordinal);
        Assert.Contains("must be batches of square matrices", Assert.Throws<ExternalException>(() => linalg.det(zeros(2, 3))).Message, StringComparison.Ordinal);
        Assert.Throws<ExternalException>(() => linalg.eigh(zeros(2, 3)));
        Assert.Throws<ExternalException>(() => linalg.solve(eye(2), ones(3, 1)));
        Assert.Throws<ExternalException>(() => linalg.norm(eye(2), "max"));
        Assert.Throws<ExternalException>(() => linalg.svd(ones(3)));
        Assert.Throws<ArgumentException>(() => linalg.multi_dot([]));
    }

    private static Tensor[] Both((Tensor, Tensor) pair) => [pair.Item1, pair.Item2];

    private static Tensor Definite(Dictionary<string, Tensor> x) => Definite(x["input"]);

    private static Tensor Definite(Tensor x) => x.matmul(x.mT) + (eye(x.shape[^1], dtype: float64) * 0.5);

    private static Tensor Symmetric(Dictionary<string, Tensor> x) => x["input"] + x["input"].mT;

    private static Tensor Rebuilt((Tensor Values, Tensor Vectors) eigen) =>
        eigen.Vectors.matmul(diag_embed(eigen.Values)).matmul(linalg.inv(eigen.Vectors)).real;

    private static Tensor LdlSolved((Tensor Packed, Tensor? Pivots) factors, Dictionary<string, Tensor> x) =>
        linalg.ldl_solve(factors.Packed, factors.Pivots!, x["other"].detach());

    private static Tensor[] WithoutSign((Tensor, Tensor) pair) => [pair.Item1.abs(), pair.Item2.abs()];

    private static Tensor[] WithoutSign((Tensor, Tensor, Tensor) triple) => [triple.Item1.abs(), triple.Item2.abs(), triple.Item3.abs()];
}
