using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class linalg
    {
        private static readonly Operator Cholesky = new("linalg_cholesky");
        private static readonly Operator CholeskyEx = new("linalg_cholesky_ex");
        private static readonly Operator Eig = new("linalg_eig");
        private static readonly Operator Eigh = new("linalg_eigh");
        private static readonly Operator Eigvals = new("linalg_eigvals");
        private static readonly Operator Eigvalsh = new("linalg_eigvalsh");
        private static readonly Operator Svd = new("linalg_svd");
        private static readonly Operator Svdvals = new("linalg_svdvals");
        private static readonly Operator Qr = new("linalg_qr");
        private static readonly Operator Lu = new("linalg_lu");
        private static readonly Operator LuFactor = new("linalg_lu_factor");
        private static readonly Operator LdlFactor = new("linalg_ldl_factor");
        private static readonly Operator LdlFactorEx = new("linalg_ldl_factor_ex");

        /// <summary>What <see cref="qr"/> computes: the reduced Q, the whole Q, or R alone.</summary>
        public enum QRMode
        {
            Reduced = 0,
            Complete = 1,
            R = 2,
        }

        /// <summary>The lower triangular factor of a positive definite matrix.</summary>
        public static Tensor cholesky(Tensor input) => Cholesky.Call(input);

        /// <summary>Like <see cref="cholesky"/>; where it fails, <c>info</c> is not zero and nothing is thrown unless asked for.</summary>
        public static (Tensor L, Tensor info) cholesky_ex(Tensor input, bool check_errors = false) => CholeskyEx.CallPair(input, false, check_errors);

        /// <summary>Eigenvalues and eigenvectors (the columns) of any square matrix, both complex.</summary>
        public static (Tensor, Tensor) eig(Tensor input) => Eig.CallPair(input);

        /// <summary>Eigenvalues, ascending, and eigenvectors (the columns) of a symmetric matrix, of which one triangle is read.</summary>
        public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L') => Eigh.CallPair(input, UPLO.ToString());

        public static Tensor eigvals(Tensor input) => Eigvals.Call(input);

        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') => Eigvalsh.Call(input, UPLO.ToString());

        /// <summary>The singular value decomposition <c>U diag(S) Vh</c>, singular values descending.</summary>
        public static (Tensor U, Tensor S, Tensor Vh) svd(Tensor input, bool fullMatrices = true) => Svd.CallTriple(input, fullMatrices);

        public static Tensor svdvals(Tensor input) => Svdvals.Call(input);

        public static (Tensor Q, Tensor R) qr(Tensor input, QRMode mode = QRMode.Reduced) =>
            Qr.CallPair(input, mode switch { QRMode.Reduced => "reduced", QRMode.Complete => "complete", _ => "r" });

        /// <summary>The factors of <c>input = P L U</c>.</summary>
        public static (Tensor P, Tensor L, Tensor U) lu(Tensor input, bool pivot = true) => Lu.CallTriple(input, pivot);

        /// <summary>L and U packed into one matrix, and the row exchanges.</summary>
        public static (Tensor LU, Tensor? Pivots) lu_factor(Tensor input, bool pivot = true) => LuFactor.CallPair(input, pivot);

        public static (Tensor LU, Tensor? Pivots) ldl_factor(Tensor input, bool hermitian = true) => LdlFactor.CallPair(input, hermitian);

        public static (Tensor LU, Tensor? Pivots, Tensor? Info) ldl_factor_ex(Tensor input, bool hermitian = true, bool check_errors = false) =>
            LdlFactorEx.CallTriple(input, hermitian, check_errors);
    }
}
