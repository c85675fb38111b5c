using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator MaxAll = new("max");
        private static readonly Operator MaxDim = new("max", "dim");
        private static readonly Operator MinAll = new("min");
        private static readonly Operator MinDim = new("min", "dim");
        private static readonly Operator Amax = new("amax");
        private static readonly Operator AmaxOut = new("amax", "out");
        private static readonly Operator Amin = new("amin");
        private static readonly Operator AminOut = new("amin", "out");
        private static readonly Operator Aminmax = new("aminmax");
        private static readonly Operator Argmax = new("argmax");
        private static readonly Operator Argmin = new("argmin");
        private static readonly Operator Cummax = new("cummax");
        private static readonly Operator Cummin = new("cummin");

        public Tensor max() => MaxAll.Call(this);

        public Tensor max(Tensor other) => maximum(other);

        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => MaxDim.CallPair(this, dim, keepdim);

        public Tensor min() => MinAll.Call(this);

        public Tensor min(Tensor other) => minimum(other);

        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => MinDim.CallPair(this, dim, keepdim);

        /// <summary>The largest elements along some dimensions; among equals, the gradient is shared.</summary>
        public Tensor amax(params long[] dims) => Amax.Call(this, dims);

        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            @out is null ? Amax.Call(this, dims, keepdim) : AmaxOut.Call(this, dims, keepdim, @out);

        public Tensor amax(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => amax(dims.ToArray(), keepdim, @out);

        public Tensor amin(params long[] dims) => Amin.Call(this, dims);

        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            @out is null ? Amin.Call(this, dims, keepdim) : AminOut.Call(this, dims, keepdim, @out);

        public Tensor amin(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => amin(dims.ToArray(), keepdim, @out);

        /// <summary>The smallest and the largest elements, over everything where no dimension, or -1, is given.</summary>
        public (Tensor min, Tensor max) aminmax(long? dim = null, bool keepdim = false) =>
            Aminmax.CallPair(this, dim == -1 ? null : dim, keepdim);

        public Tensor argmax() => Argmax.Call(this);

        public Tensor argmax(long dim, bool keepdim = false) => Argmax.Call(this, dim, keepdim);

        public Tensor argmin() => Argmin.Call(this);

        public Tensor argmin(long dim, bool keepdim = false) => Argmin.Call(this, dim, keepdim);

        public (Tensor values, Tensor indexes) cummax(long dim) => Cummax.CallPair(this, dim);

        public (Tensor values, Tensor indexes) cummin(long dim) => Cummin.CallPair(this, dim);
    }
}
