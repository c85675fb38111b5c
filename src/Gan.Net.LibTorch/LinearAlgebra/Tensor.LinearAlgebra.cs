using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator PseudoInverse = new("linalg_pinv");
        private static readonly Operator MatrixPower = new("linalg_matrix_power");
        private static readonly Operator LogDet = new("logdet");
        private static readonly Operator CholeskyFactor = new("cholesky");
        private static readonly Operator CholeskyInverse = new("cholesky_inverse");
        private static readonly Operator CholeskySolve = new("cholesky_solve");

        public Tensor det() => linalg.det(this);

        public Tensor logdet() => LogDet.Call(this);

        public Tensor inverse() => linalg.inv(this);

        public Tensor pinverse(double rcond = 1e-15, bool hermitian = false) => PseudoInverse.Call(this, rcond, hermitian);

        /// <summary>A square matrix multiplied with itself <paramref name="n"/> times; inverted first if <paramref name="n"/> is negative.</summary>
        public Tensor matrix_power(int n) => MatrixPower.Call(this, n);

        public Tensor matrix_exp() => linalg.matrix_exp(this);

        /// <summary>The triangular factor of a positive definite matrix, the lower one unless the upper is asked for.</summary>
        public Tensor cholesky(bool upper = false) => CholeskyFactor.Call(this, upper);

        /// <summary>The inverse of the matrix this is the triangular factor of.</summary>
        public Tensor cholesky_inverse(bool upper = false) => CholeskyInverse.Call(this, upper);

        /// <summary>This right side solved with the matrix of which <paramref name="input2"/> is the triangular factor.</summary>
        public Tensor cholesky_solve(Tensor input2, bool upper = false) => CholeskySolve.Call(this, input2, upper);
    }

    public static Tensor det(Tensor input) => input.det();

    public static Tensor logdet(Tensor input) => input.logdet();

    public static (Tensor, Tensor) slogdet(Tensor A) => linalg.slogdet(A);

    public static Tensor inverse(Tensor input) => input.inverse();

    public static Tensor pinverse(Tensor input, double rcond = 1e-15, bool hermitian = false) => input.pinverse(rcond, hermitian);

    public static Tensor matrix_power(Tensor input, int n) => input.matrix_power(n);

    public static Tensor matrix_exp(Tensor input) => input.matrix_exp();

    public static Tensor cholesky(Tensor input) => input.cholesky();

    public static Tensor cholesky(Tensor input, bool upper) => input.cholesky(upper);

    public static Tensor cholesky_inverse(Tensor input, bool upper = false) => input.cholesky_inverse(upper);

    public static Tensor cholesky_solve(Tensor input, Tensor input2, bool upper = false) => input.cholesky_solve(input2, upper);
}
