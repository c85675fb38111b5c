using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator SortStable = new("sort", "stable");
        private static readonly Operator Msort = new("msort");
        private static readonly Operator Argsort = new("argsort");
        private static readonly Operator Topk = new("topk");
        private static readonly Operator Kthvalue = new("kthvalue");
        private static readonly Operator Mode = new("mode");
        private static readonly Operator Median = new("median");
        private static readonly Operator Nanmedian = new("nanmedian");
        private static readonly Operator Quantile = new("quantile");
        private static readonly Operator Nanquantile = new("nanquantile");
        private static readonly Operator UniqueElements = new("_unique2");
        private static readonly Operator UniqueDim = new("unique_dim");
        private static readonly Operator UniqueConsecutive = new("unique_consecutive");
        private static readonly Operator Bincount = new("bincount");
        private static readonly Operator Histc = new("histc");

        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) =>
            SortStable.CallPair(this, stable, dim, descending);

        /// <summary>Sorted along the first dimension.</summary>
        public Tensor msort() => Msort.Call(this);

        public Tensor argsort(long dim = -1, bool descending = false) => Argsort.Call(this, dim, descending);

        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) =>
            Topk.CallPair(this, k, dim, largest, sorted);

        /// <summary>The k-th smallest elements, counted from one, along a dimension, the last unless one is given.</summary>
        public (Tensor values, Tensor indices) kthvalue(long k, long? dim, bool keepdim = false) =>
            Kthvalue.CallPair(this, k, dim ?? -1, keepdim);

        public (Tensor values, Tensor indices) mode(long dim = -1, bool keepdim = false) => Mode.CallPair(this, dim, keepdim);

        /// <summary>The median of all elements; of an even number, the lower of the two in the middle.</summary>
        public Tensor median() => Median.Call(this);

        public Tensor nanmedian() => Nanmedian.Call(this);

        /// <summary>Quantiles by linear interpolation. A dimension of -1 means all elements, not the last dimension.</summary>
        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false) =>
            Quantile.Call(this, q, dim == -1 ? Argument.None : dim, keepdim);

        public Tensor nanquantile(Tensor q, long dim = -1, bool keepdim = false) =>
            Nanquantile.Call(this, q, dim == -1 ? Argument.None : dim, keepdim);

        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(
            bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null) =>
            Wanted(
                dim is int along
                    ? UniqueDim.CallTriple(this, along, sorted, return_inverse, return_counts)
                    : UniqueElements.CallTriple(this, sorted, return_inverse, return_counts),
                return_inverse,
                return_counts);

        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique_consecutive(
            bool return_inverse = false, bool return_counts = false, int? dim = null) =>
            Wanted(UniqueConsecutive.CallTriple(this, return_inverse, return_counts, (long?)dim), return_inverse, return_counts);

        public Tensor bincount(Tensor? weights, long minlength = 0) => Bincount.Call(this, weights, minlength);

        /// <summary>Counts in equal bins; with both bounds 0, from the smallest element to the largest.</summary>
        public Tensor histc(long bins = 100, long min = 0, long max = 0) => Histc.Call(this, bins, min, max);

        // The kernels fill all three places; what was not asked for is not handed out.
        private static (Tensor, Tensor?, Tensor?) Wanted((Tensor Output, Tensor Inverse, Tensor Counts) found, bool inverse, bool counts)
        {
            if (!inverse)
            {
                found.Inverse.Dispose();
            }

            if (!counts)
            {
                found.Counts.Dispose();
            }

            return (found.Output, inverse ? found.Inverse : null, counts ? found.Counts : null);
        }
    }
}
