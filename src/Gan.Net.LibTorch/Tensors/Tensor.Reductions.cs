using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator SumAll = new("sum");
        private static readonly Operator SumDimIntList = new("sum", "dim_IntList");
        private static readonly Operator MeanAll = new("mean");
        private static readonly Operator MeanDim = new("mean", "dim");
        private static readonly Operator ProdAll = new("prod");
        private static readonly Operator ProdDimInt = new("prod", "dim_int");
        private static readonly Operator Nansum = new("nansum");
        private static readonly Operator Nanmean = new("nanmean");
        private static readonly Operator AnyAll = new("any");
        private static readonly Operator AnyDim = new("any", "dim");
        private static readonly Operator AllAll = new("all");
        private static readonly Operator AllDim = new("all", "dim");
        private static readonly Operator CountNonzero = new("count_nonzero");
        private static readonly Operator CountNonzeroDimIntList = new("count_nonzero", "dim_IntList");
        private static readonly Operator NormScalar = new("norm", "Scalar");
        private static readonly Operator NormScalarOptDim = new("norm", "ScalarOpt_dim");
        private static readonly Operator Dist = new("dist");
        private static readonly Operator Logsumexp = new("logsumexp");
        private static readonly Operator Cumsum = new("cumsum");
        private static readonly Operator Cumprod = new("cumprod");
        private static readonly Operator Logcumsumexp = new("logcumsumexp");
        private static readonly Operator Cov = new("cov");
        private static readonly Operator Corrcoef = new("corrcoef");

        /// <summary>The sum of all elements, in <paramref name="type"/> if it is given; integers add up to Int64 otherwise.</summary>
        public Tensor sum(ScalarType? type = null) => SumAll.Call(this, type);

        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => sum(new[] { dim }, keepdim, type);

        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) => sum(new[] { dim0, dim1 }, keepdim, type);

        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            sum(new[] { dim0, dim1, dim2 }, keepdim, type);

        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => SumDimIntList.Call(this, dim, keepdim, type);

        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => sum(dim.ToArray(), keepdim, type);

        public Tensor mean() => MeanAll.Call(this);

        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            MeanDim.Call(this, dimensions, keepdim, type);

        public Tensor prod(ScalarType? type = null) => ProdAll.Call(this, type);

        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) => ProdDimInt.Call(this, dim, keepdim, type);

        public Tensor nansum() => Nansum.Call(this);

        public Tensor nanmean(int? dim = null, bool keepdim = false, ScalarType? dtype = null) =>
            Nanmean.Call(this, dim is int one ? [one] : (long[]?)null, keepdim, dtype);

        public Tensor any() => AnyAll.Call(this);

        public Tensor any(long dim, bool keepdim = false) => AnyDim.Call(this, dim, keepdim);

        public Tensor all() => AllAll.Call(this);

        public Tensor all(long dim, bool keepdim = false) => AllDim.Call(this, dim, keepdim);

        public Tensor count_nonzero(long[]? dims = null) =>
            dims is null ? CountNonzero.Call(this) : CountNonzeroDimIntList.Call(this, dims);

        /// <summary>The p-norm of all elements.</summary>
        public Tensor norm(float p = 2) => NormScalar.Call(this, p);

        public Tensor norm(int dim, bool keepdim = false, float p = 2) => NormScalarOptDim.Call(this, p, new long[] { dim }, keepdim);

        public Tensor dist(Tensor other, float p = 2) => Dist.Call(this, other, p);

        public Tensor logsumexp(long dim, bool keepdim = false) => Logsumexp.Call(this, new[] { dim }, keepdim);

        public Tensor cumsum(long dim, ScalarType? type = null) => Cumsum.Call(this, dim, type);

        public Tensor cumprod(long dim, ScalarType? type = null) => Cumprod.Call(this, dim, type);

        public Tensor logcumsumexp(long dim) => Logcumsumexp.Call(this, dim);

        /// <summary>The covariance of the rows, each a variable observed in the columns.</summary>
        public Tensor cov(long correction = 1, Tensor? fweights = null, Tensor? aweights = null) =>
            Cov.Call(this, correction, fweights, aweights);

        public Tensor corrcoef() => Corrcoef.Call(this);
    }
}
