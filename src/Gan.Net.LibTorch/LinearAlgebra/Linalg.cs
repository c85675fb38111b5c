using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// Linear algebra over the last two dimensions of a tensor; the ones before are a batch. A singular or non-convergent
    /// matrix raises <see cref="System.Runtime.InteropServices.ExternalException"/> with libtorch's message.
    /// </summary>
    public static partial class linalg
    {
        private static readonly Operator Det = new("linalg_det");
        private static readonly Operator Slogdet = new("linalg_slogdet");
        private static readonly Operator Inv = new("linalg_inv");
        private static readonly Operator Pinv = new("linalg_pinv", "atol_rtol_float");
        private static readonly Operator PinvTensor = new("linalg_pinv", "atol_rtol_tensor");
        private static readonly Operator MatrixRank = new("linalg_matrix_rank", "atol_rtol_float");
        private static readonly Operator MatrixRankTensor = new("linalg_matrix_rank", "atol_rtol_tensor");
        private static readonly Operator MatrixExp = new("linalg_matrix_exp");
        private static readonly Operator MultiDot = new("linalg_multi_dot");
        private static readonly Operator Cross = new("linalg_cross");
        private static readonly Operator Vecdot = new("linalg_vecdot");
        private static readonly Operator VecdotOut = new("linalg_vecdot", "out");
        private static readonly Operator Vander = new("linalg_vander");
        private static readonly Operator HouseholderProduct = new("linalg_householder_product");
        private static readonly Operator Tensorinv = new("linalg_tensorinv");
        private static readonly Operator Tensorsolve = new("linalg_tensorsolve");

        public static Tensor det(Tensor input) => Det.Call(input);

        /// <summary>The determinant's sign and the logarithm of its size.</summary>
        public static (Tensor, Tensor) slogdet(Tensor input) => Slogdet.CallPair(input);

        public static Tensor inv(Tensor input) => Inv.Call(input);

        /// <summary>The Moore-Penrose inverse; singular values below the tolerances count as zero.</summary>
        public static Tensor pinv(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            Pinv.Call(input, atol, rtol, hermitian);

        public static Tensor pinv(Tensor input, Tensor atol, Tensor? rtol = null, bool hermitian = false) =>
            PinvTensor.Call(input, atol, rtol, hermitian);

        /// <summary>The number of singular values above the tolerances.</summary>
        public static Tensor matrix_rank(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            MatrixRank.Call(input, atol, rtol, hermitian);

        public static Tensor matrix_rank(Tensor input, Tensor atol, Tensor? rtol = null, bool hermitian = false) =>
            MatrixRankTensor.Call(input, atol, rtol, hermitian);

        public static Tensor matrix_exp(Tensor input) => MatrixExp.Call(input);

        /// <summary>The product of several matrices, multiplied in the cheapest order.</summary>
        /// <exception cref="ArgumentException">The list is empty.</exception>
        public static Tensor multi_dot(IList<Tensor> tensors) => tensors.Count switch
        {
            0 => throw new ArgumentException("There are no matrices to multiply.", nameof(tensors)),
            1 => tensors[0].alias(),
            _ => MultiDot.Call(ArrayOf(tensors)),
        };

        public static Tensor cross(Tensor input, Tensor other, long dim = -1) => Cross.Call(input, other, dim);

        public static Tensor diagonal(Tensor input, int offset = 0, int dim1 = -2, int dim2 = -1) => input.diagonal(offset, dim1, dim2);

        /// <summary>The powers 0 to <paramref name="N"/> - 1 of each element along a new last dimension.</summary>
        public static Tensor vander(Tensor input, long? N = null) => Vander.Call(input, N);

        public static Tensor householder_product(Tensor A, Tensor tau) => HouseholderProduct.Call(A, tau);

        public static Tensor tensorinv(Tensor input, long ind) => Tensorinv.Call(input, ind);

        public static Tensor tensorsolve(Tensor A, Tensor B, long[] dims) => Tensorsolve.Call(A, B, dims);

        /// <summary>The dot products along a dimension, written to <paramref name="out"/> if that is given.</summary>
        public static Tensor vecdot(Tensor x, Tensor y, long dim = -1, Tensor? @out = null) =>
            @out is null ? Vecdot.Call(x, y, dim) : VecdotOut.Call(x, y, dim, @out);
    }
}
