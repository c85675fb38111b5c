using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator Scatter = new("scatter", "src");
        private static readonly Operator ScatterInPlace = new("scatter_", "src");
        private static readonly Operator ScatterAdd = new("scatter_add");
        private static readonly Operator ScatterAddInPlace = new("scatter_add_");
        private static readonly Operator SelectScatter = new("select_scatter");
        private static readonly Operator SliceScatter = new("slice_scatter");
        private static readonly Operator DiagonalScatter = new("diagonal_scatter");
        private static readonly Operator MaskedScatter = new("masked_scatter");
        private static readonly Operator MaskedScatterInPlace = new("masked_scatter_");
        private static readonly Operator IndexAdd = new("index_add");
        private static readonly Operator IndexAddInPlace = new("index_add_");
        private static readonly Operator IndexCopy = new("index_copy");
        private static readonly Operator IndexCopyInPlace = new("index_copy_");
        private static readonly Operator IndexFill = new("index_fill", "int_Scalar");
        private static readonly Operator IndexFillInPlace = new("index_fill_", "int_Scalar");

        /// <summary>A copy with the elements of <paramref name="src"/> written at the positions <paramref name="index"/> names along a dimension.</summary>
        public Tensor scatter(long dim, Tensor index, Tensor src) => Scatter.Call(this, dim, index, src);

        public Tensor scatter_(long dim, Tensor index, Tensor src)
        {
            ScatterInPlace.Run(this, dim, index, src);
            return this;
        }

        /// <summary>Like <see cref="scatter"/>, added to what is there; several elements may meet in one place.</summary>
        public Tensor scatter_add(long dim, Tensor index, Tensor src) => ScatterAdd.Call(this, dim, index, src);

        public Tensor scatter_add_(long dim, Tensor index, Tensor src)
        {
            ScatterAddInPlace.Run(this, dim, index, src);
            return this;
        }

        public Tensor select_scatter(Tensor src, long dim, long index) => SelectScatter.Call(this, src, dim, index);

        public Tensor slice_scatter(Tensor src, long dim = 0, long? start = null, long? end = null, long step = 1) =>
            SliceScatter.Call(this, src, dim, start, end, step);

        public Tensor diagonal_scatter(Tensor src, long offset = 0, long dim1 = 0, long dim2 = 1) =>
            DiagonalScatter.Call(this, src, offset, dim1, dim2);

        /// <summary>A copy with the elements of <paramref name="value"/> written, in order, where the mask holds.</summary>
        public Tensor masked_scatter(Tensor mask, Tensor value) => MaskedScatter.Call(this, mask, value);

        public Tensor masked_scatter_(Tensor mask, Tensor value)
        {
            MaskedScatterInPlace.Run(this, mask, value);
            return this;
        }

        /// <summary>A copy with <paramref name="alpha"/> times the slices of <paramref name="source"/> added to the slices that a vector of positions names.</summary>
        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha) => IndexAdd.Call(this, dim, index, source, alpha);

        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha)
        {
            IndexAddInPlace.Run(this, dim, index, source, alpha);
            return this;
        }

        public Tensor index_copy(long dim, Tensor index, Tensor source) => IndexCopy.Call(this, dim, index, source);

        public Tensor index_copy_(long dim, Tensor index, Tensor source)
        {
            IndexCopyInPlace.Run(this, dim, index, source);
            return this;
        }

        public Tensor index_fill(long dim, Tensor index, Scalar value) => IndexFill.Call(this, dim, index, value);

        public Tensor index_fill_(long dim, Tensor index, Scalar value)
        {
            IndexFillInPlace.Run(this, dim, index, value);
            return this;
        }
    }
}
