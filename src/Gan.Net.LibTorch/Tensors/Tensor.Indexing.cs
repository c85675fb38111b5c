using System.Runtime.CompilerServices;
using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator IndexByTensors = new("index", "Tensor");
        private static readonly Operator IndexPutInPlace = new("index_put_");
        private static readonly Operator AddToView = new("add_", "Tensor");

        /// <summary>A part of the tensor: a view as long as no tensor is among the indices, else a copy. Setting it broadcasts the value.</summary>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">There are too many indices, one is out of range, or the value does not fit.</exception>
        [IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => Select.Call(this, 0, i1);
            set => Put(value, [i1]);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => Selected([i1, i2]);
            set => Put(value, [i1, i2]);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => Selected([i1, i2, i3]);
            set => Put(value, [i1, i2, i3]);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => Selected([i1, i2, i3, i4]);
            set => Put(value, [i1, i2, i3, i4]);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => Selected([i1, i2, i3, i4, i5]);
            set => Put(value, [i1, i2, i3, i4, i5]);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => Selected([i1, i2, i3, i4, i5, i6]);
            set => Put(value, [i1, i2, i3, i4, i5, i6]);
        }

        [IndexerName("TensorItems")]
        public Tensor this[params long[] indices]
        {
            get => Selected(indices);
            set => Put(value, indices);
        }

        public Tensor index(params TensorIndex[] indices)
        {
            var walk = new IndexWalk(this);
            walk.Apply(indices);
            if (walk.Picks is not Tensor?[] picks)
            {
                return ReferenceEquals(walk.View, this) ? alias() : walk.View;
            }

            var result = IndexByTensors.Call(walk.View, Argument.OptionalTensors(picks));
            walk.DisposeView();
            return result;
        }

        public Tensor index(params Tensor[] indices) => index(Array.ConvertAll(indices, TensorIndex.Tensor));

        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => Put(value, indices, accumulate: false);

        /// <summary>Writes, or adds, the value at the places the indices name. Adding counts a place as often as it is named.</summary>
        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false) => Put(value, indices, accumulate);

        public Tensor index_put_(Tensor value, params Tensor[] indices) => Put(value, Array.ConvertAll(indices, TensorIndex.Tensor), accumulate: false);

        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) =>
            Put(value, Array.ConvertAll(indices, TensorIndex.Tensor), accumulate);

        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using var number = torch.full((long[])[], value, dtype, device);
            return Put(number, indices, accumulate: false);
        }

        public Tensor index_put_(Scalar value, params Tensor[] indices) => index_put_(value, Array.ConvertAll(indices, TensorIndex.Tensor));

        private Tensor Put(Tensor value, ReadOnlySpan<TensorIndex> indices, bool accumulate)
        {
            var walk = new IndexWalk(this);
            walk.Apply(indices);
            using var fitted = WithoutLeadingOnes(value);
            if (walk.Picks is Tensor?[] picks)
            {
                using var near = fitted.device_type == device_type ? fitted.alias() : fitted.to(device);
                IndexPutInPlace.Run(walk.View, Argument.OptionalTensors(picks), near, accumulate);
            }
            else
            {
                (accumulate ? AddToView : CopyInPlace).Run(walk.View, fitted);
            }

            walk.DisposeView();
            return this;
        }

        private Tensor Selected(ReadOnlySpan<long> indices)
        {
            var view = this;
            foreach (var position in indices)
            {
                var next = Select.Call(view, 0, position);
                if (!ReferenceEquals(view, this))
                {
                    view.Dispose();
                }

                view = next;
            }

            return ReferenceEquals(view, this) ? alias() : view;
        }

        private void Put(Tensor value, ReadOnlySpan<long> indices)
        {
            using var view = Selected(indices);
            CopyInPlace.Run(view, value);
        }

        private static Tensor WithoutLeadingOnes(Tensor value)
        {
            var lengths = value.shape;
            var ones = lengths.AsSpan().IndexOfAnyExcept(1L);
            return Reshape.Call(value, lengths[(ones < 0 ? lengths.Length : ones)..]);
        }
    }
}
