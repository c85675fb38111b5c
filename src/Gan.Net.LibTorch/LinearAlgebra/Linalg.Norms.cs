using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class linalg
    {
        private static readonly Operator Norm = new("linalg_norm");
        private static readonly Operator NormByName = new("linalg_norm", "ord_str");
        private static readonly Operator MatrixNorm = new("linalg_matrix_norm");
        private static readonly Operator MatrixNormByName = new("linalg_matrix_norm", "str_ord");
        private static readonly Operator VectorNorm = new("linalg_vector_norm");
        private static readonly Operator Cond = new("linalg_cond");
        private static readonly Operator CondByName = new("linalg_cond", "p_str");

        /// <summary>The 2-norm of all elements, or of the given dimensions.</summary>
        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) => Norm.Call(input, Argument.None, dims, keepdim);

        /// <summary>A norm by its order: of a vector for one dimension, of a matrix for two.</summary>
        public static Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) => Norm.Call(input, ord, dims, keepdim);

        public static Tensor norm(Tensor input, int ord, long[]? dims = null, bool keepdim = false) => Norm.Call(input, ord, dims, keepdim);

        /// <summary>A matrix norm by its name: <c>"fro"</c> or <c>"nuc"</c>.</summary>
        public static Tensor norm(Tensor input, string ord, long[]? dims = null, bool keepdim = false) => NormByName.Call(input, ord, dims, keepdim);

        public static Tensor vector_norm(Tensor input, double ord = 2, long[]? dims = null, bool keepdim = false) =>
            VectorNorm.Call(input, ord, dims, keepdim);

        public static Tensor matrix_norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            MatrixNorm.Call(input, ord, dims ?? [-2, -1], keepdim);

        public static Tensor matrix_norm(Tensor input, string ord = "fro", long[]? dims = null, bool keepdim = false) =>
            MatrixNormByName.Call(input, ord, dims ?? [-2, -1], keepdim);

        /// <summary>The condition number in the 2-norm, or in the norm of the given order or name.</summary>
        public static Tensor cond(Tensor input) => Cond.Call(input);

        public static Tensor cond(Tensor input, int p) => Cond.Call(input, p);

        public static Tensor cond(Tensor input, double p) => Cond.Call(input, p);

        public static Tensor cond(Tensor input, string p) => CondByName.Call(input, p);
    }
}
