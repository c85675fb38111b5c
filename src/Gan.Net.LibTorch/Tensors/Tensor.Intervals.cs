using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    private static readonly Operator Searchsorted = new("searchsorted", "Tensor");
    private static readonly Operator SearchsortedScalar = new("searchsorted", "Scalar");

    public partial class Tensor
    {
        private static readonly Operator Bucketize = new("bucketize", "Tensor");
        private static readonly Operator Diff = new("diff");

        /// <summary>For each element the number of the interval between ascending boundaries that it falls in.</summary>
        public Tensor bucketize(Tensor boundaries, bool outInt32 = false, bool right = false) => Bucketize.Call(this, boundaries, outInt32, right);

        /// <summary>The differences of neighbours along a dimension, taken <paramref name="n"/> times.</summary>
        public Tensor diff(long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) => Diff.Call(this, n, dim, prepend, append);
    }

    public static Tensor bucketize(Tensor input, Tensor boundaries, bool outInt32 = false, bool right = false) =>
        input.bucketize(boundaries, outInt32, right);

    public static Tensor diff(Tensor input, long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) =>
        input.diff(n, dim, prepend, append);

    /// <summary>Where each value would go in an ascending sequence, before equal elements or, with <paramref name="right"/>, after them.</summary>
    public static Tensor searchsorted(Tensor sorted_sequence, Tensor values, bool out_int32 = false, bool right = false, Tensor? sorter = null) =>
        Searchsorted.Call(sorted_sequence, values, out_int32, right, Argument.None, sorter);

    public static Tensor searchsorted(Tensor sorted_sequence, Scalar values, bool out_int32, bool right, Tensor? sorter) =>
        SearchsortedScalar.Call(sorted_sequence, values, out_int32, right, Argument.None, sorter);
}
