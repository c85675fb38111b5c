using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator Expand = new("expand");
        private static readonly Operator BroadcastTo = new("broadcast_to");
        private static readonly Operator Repeat = new("repeat");
        private static readonly Operator RepeatEach = new("repeat_interleave", "self_int");
        private static readonly Operator RepeatEachByTensor = new("repeat_interleave", "self_Tensor");
        private static readonly Operator Tile = new("tile");
        private static readonly Operator Flip = new("flip");
        private static readonly Operator FlipLeftRight = new("fliplr");
        private static readonly Operator FlipUpDown = new("flipud");
        private static readonly Operator Roll = new("roll");
        private static readonly Operator Rot90 = new("rot90");

        /// <summary>Dimensions of length 1 repeated without a copy; -1 keeps a length.</summary>
        public Tensor expand(params long[] sizes) => Expand.Call(this, sizes);

        public Tensor expand(long[] sizes, bool isImplicit = false) => Expand.Call(this, sizes, isImplicit);

        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => Expand.Call(this, sizes.ToArray(), isImplicit);

        public Tensor expand(Size sizes, bool isImplicit = false) => Expand.Call(this, sizes.Shape, isImplicit);

        public Tensor expand_as(Tensor other) => Expand.Call(this, other.shape);

        public Tensor broadcast_to(params long[] shape) => BroadcastTo.Call(this, shape);

        /// <summary>A copy in which the whole is repeated along every dimension.</summary>
        public Tensor repeat(params long[] sizes) => Repeat.Call(this, sizes);

        /// <summary>A copy in which each element, or each slice along a dimension, is repeated.</summary>
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) =>
            RepeatEach.Call(this, repeats, dim, output_size);

        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null) =>
            RepeatEachByTensor.Call(this, repeats, dim, output_size);

        public Tensor tile(long[] reps) => Tile.Call(this, reps);

        /// <summary>The order reversed along the given dimensions.</summary>
        public Tensor flip(params long[] dims) => Flip.Call(this, dims);

        public Tensor fliplr() => FlipLeftRight.Call(this);

        public Tensor flipud() => FlipUpDown.Call(this);

        /// <summary>Shifted along a dimension, what falls off coming in at the other end; without a dimension, shifted as one long vector.</summary>
        public Tensor roll(long shifts, long? dims = null) => Roll.Call(this, (long[])[shifts], dims is long dim ? (long[])[dim] : []);

        /// <summary>Shifted along the first dimension.</summary>
        public Tensor roll(long[] shifts) => Roll.Call(this, shifts, (long[])[0]);

        public Tensor roll(long[] shifts, long[] dims) => Roll.Call(this, shifts, dims);

        public Tensor roll(ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default) => Roll.Call(this, shifts.ToArray(), dims.ToArray());

        public Tensor roll((long, long) shifts, (long, long) dims) =>
            Roll.Call(this, (long[])[shifts.Item1, shifts.Item2], (long[])[dims.Item1, dims.Item2]);

        public Tensor roll((long, long, long) shifts, (long, long, long) dims) =>
            Roll.Call(this, (long[])[shifts.Item1, shifts.Item2, shifts.Item3], (long[])[dims.Item1, dims.Item2, dims.Item3]);

        /// <summary>Turned by quarter turns in the plane of two dimensions, the first two unless others are given.</summary>
        public Tensor rot90(long k = 1, (long, long)? dims = null)
        {
            var plane = dims ?? (0, 1);
            return Rot90.Call(this, k, (long[])[plane.Item1, plane.Item2]);
        }
    }
}
