using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator Select = new("select", "int");
        private static readonly Operator Narrow = new("narrow");
        private static readonly Operator SliceOf = new("slice", "Tensor");
        private static readonly Operator IndexSelect = new("index_select");
        private static readonly Operator Gather = new("gather");
        private static readonly Operator Take = new("take");
        private static readonly Operator TakeAlongDim = new("take_along_dim");
        private static readonly Operator Nonzero = new("nonzero");
        private static readonly Operator Argwhere = new("argwhere");
        private static readonly Operator WhereTensors = new("where", "self");

        /// <summary>One slice of a dimension, which is dropped.</summary>
        public Tensor select(long dim, long index) => Select.Call(this, dim, index);

        /// <summary><paramref name="length"/> slices of a dimension.</summary>
        public Tensor narrow(long dim, long start, long length) => Narrow.Call(this, dim, start, length);

        /// <summary>Every <paramref name="step"/>th slice of a dimension from one position up to, not including, another.</summary>
        public Tensor slice(long dim, long start, long finish, long step) => SliceOf.Call(this, dim, start, finish, step);

        /// <summary>A copy of the slices of a dimension that a vector of positions names.</summary>
        public Tensor index_select(long dim, Tensor index) => IndexSelect.Call(this, dim, index);

        /// <summary>For each element of <paramref name="index"/>, the element at that position along the dimension.</summary>
        public Tensor gather(long dim, Tensor index) => Gather.Call(this, dim, index);

        /// <summary>Elements by their running index.</summary>
        public Tensor take(Tensor index) => Take.Call(this, index);

        public Tensor take_along_dim(Tensor indices) => TakeAlongDim.Call(this, indices);

        public Tensor take_along_dim(Tensor indices, long dim) => TakeAlongDim.Call(this, indices, dim);

        public Tensor take_along_dim(IEnumerable<long> indices)
        {
            using var positions = tensor(indices.ToArray());
            return TakeAlongDim.Call(this, positions);
        }

        public Tensor take_along_dim(IEnumerable<long> indices, long dim)
        {
            using var positions = tensor(indices.ToArray());
            return TakeAlongDim.Call(this, positions, dim);
        }

        /// <summary>The indices of the elements that are not zero, <c>[count, dimensions]</c>.</summary>
        public Tensor nonzero() => Nonzero.Call(this);

        /// <summary>The indices of the elements that are not zero, one column <c>[count, 1]</c> per dimension.</summary>
        public IList<Tensor> nonzero_as_list()
        {
            using var indices = nonzero();
            return indices.chunk(indices.shape[1], 1);
        }

        public Tensor argwhere() => Argwhere.Call(this);

        /// <summary>This tensor's elements where the condition holds, the other's elsewhere.</summary>
        /// <exception cref="ArgumentException">The condition is not boolean.</exception>
        public Tensor where(Tensor condition, Tensor y) => WhereTensors.Call(Boolean(condition), this, y);

        private static Tensor Boolean(Tensor condition) => condition.dtype == ScalarType.Bool
            ? condition
            : throw new ArgumentException($"The condition to 'where' must be a boolean tensor; this one is {condition.dtype}.");
    }
}
