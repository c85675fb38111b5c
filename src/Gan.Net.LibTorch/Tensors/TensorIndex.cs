namespace TorchSharp;

public static partial class torch
{
    /// <summary>One part of an index expression: a position, a slice, an ellipsis, a new dimension, a truth value or a tensor.</summary>
    public readonly struct TensorIndex
    {
        /// <summary>All dimensions that the other parts leave over.</summary>
        public static TensorIndex Ellipsis = new(IndexKind.Ellipsis);

        /// <summary>A new dimension of length 1.</summary>
        public static TensorIndex None = new(IndexKind.None);

        /// <summary>The same as <see cref="None"/>.</summary>
        public static TensorIndex Null = new(IndexKind.None);

        /// <summary>A whole dimension.</summary>
        public static TensorIndex Colon = Slice();

        private TensorIndex(IndexKind kind, long? first = null, long? stop = null, long? step = null, Tensor? positions = null)
        {
            Kind = kind;
            First = first;
            Stop = stop;
            Step = step;
            Positions = positions;
        }

        internal IndexKind Kind { get; }

        internal long? First { get; }

        internal long? Stop { get; }

        internal long? Step { get; }

        internal Tensor? Positions { get; }

        /// <summary>Never meant to be called: it lets the compiler choose between the indexers.</summary>
        /// <exception cref="InvalidOperationException">Always.</exception>
        public static implicit operator Tensor(TensorIndex value) => throw new InvalidOperationException("An index is not a tensor.");

        public static implicit operator TensorIndex(long value) => Single(value);

        public static implicit operator TensorIndex(Index index) => Single(SignedOf(index));

        public static implicit operator TensorIndex(Range range) => Slice(range);

        public static implicit operator TensorIndex((int? Start, int? End) range) => Slice(range);

        /// <summary>The positions from one up to, not including, another; negative ones count from the end.</summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) => new(IndexKind.Slice, start, stop, step);

        public static TensorIndex Slice((int? start, int? end) range) => Slice((long?)range.start, range.end);

        public static TensorIndex Slice(Range range) =>
            Slice(SignedOf(range.Start), range.End is { IsFromEnd: true, Value: 0 } ? null : SignedOf(range.End));

        /// <summary>A new dimension of length 1, or of length 0 for <c>false</c>.</summary>
        public static TensorIndex Bool(bool value) => new(IndexKind.Truth, value ? 1 : 0);

        /// <summary>One position of a dimension, which is dropped.</summary>
        public static TensorIndex Single(long? index) => new(IndexKind.Position, index ?? 0);

        /// <summary>Positions of one dimension, or a boolean mask over one or more.</summary>
        public static TensorIndex Tensor(Tensor tensor) => new(IndexKind.Tensor, positions: tensor);

        private static long SignedOf(Index index) => index.IsFromEnd ? -index.Value : index.Value;
    }

    internal enum IndexKind
    {
        None, Position, Slice, Ellipsis, Truth, Tensor,
    }
}
