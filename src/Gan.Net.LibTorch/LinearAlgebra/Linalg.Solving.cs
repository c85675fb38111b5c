using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class linalg
    {
        private static readonly Operator Solve = new("linalg_solve");
        private static readonly Operator SolveEx = new("linalg_solve_ex");
        private static readonly Operator SolveTriangular = new("linalg_solve_triangular");
        private static readonly Operator SolveTriangularOut = new("linalg_solve_triangular", "out");
        private static readonly Operator LuSolve = new("linalg_lu_solve");
        private static readonly Operator LuSolveOut = new("linalg_lu_solve", "out");
        private static readonly Operator LdlSolve = new("linalg_ldl_solve");
        private static readonly Operator Lstsq = new("linalg_lstsq");

        /// <summary>The X with <c>A X = B</c>, or <c>X A = B</c>.</summary>
        public static Tensor solve(Tensor A, Tensor B, bool left = true) => Solve.Call(A, B, left);

        public static (Tensor result, Tensor info) solve_ex(Tensor A, Tensor B, bool left = true, bool check_errors = false) =>
            SolveEx.CallPair(A, B, left, check_errors);

        /// <summary>Like <see cref="solve"/> for a triangular matrix, written to <paramref name="out"/> if that is given.</summary>
        public static Tensor solve_triangular(Tensor A, Tensor B, bool upper, bool left = true, bool unitriangular = false, Tensor? @out = null) =>
            @out is null ? SolveTriangular.Call(A, B, upper, left, unitriangular) : SolveTriangularOut.Call(A, B, upper, left, unitriangular, @out);

        public static Tensor lu_solve(Tensor LU, Tensor pivots, Tensor B, bool left = true, bool adjoint = false, Tensor? @out = null) =>
            @out is null ? LuSolve.Call(LU, pivots, B, left, adjoint) : LuSolveOut.Call(LU, pivots, B, left, adjoint, @out);

        public static Tensor ldl_solve(Tensor LD, Tensor pivots, Tensor B, bool hermitian = false) => LdlSolve.Call(LD, pivots, B, hermitian);

        /// <summary>The X for which <c>input X - other</c> is smallest. Residuals, rank and singular values are empty where the method gives none.</summary>
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other) =>
            FourOf(Lstsq.CallSeveral(4, input, other));

        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other, double rcond) =>
            FourOf(Lstsq.CallSeveral(4, input, other, rcond));

        private static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) FourOf(Tensor[] tensors) =>
            (tensors[0], tensors[1], tensors[2], tensors[3]);
    }
}
