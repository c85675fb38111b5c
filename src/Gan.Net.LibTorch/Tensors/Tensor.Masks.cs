using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator WhereSelf = new("where", "self");
        private static readonly Operator MaskedFill = new("masked_fill", "Scalar");
        private static readonly Operator MaskedFillInPlace = new("masked_fill_", "Scalar");
        private static readonly Operator MaskedScatter = new("masked_scatter");
        private static readonly Operator MaskedScatterInPlace = new("masked_scatter_");
        private static readonly Operator MaskedSelect = new("masked_select");

        /// <summary>This tensor's elements where the condition holds, and those of <paramref name="y"/> elsewhere.</summary>
        /// <exception cref="ArgumentException">The condition is not boolean.</exception>
        public Tensor where(Tensor condition, Tensor y) => condition.dtype == ScalarType.Bool
            ? WhereSelf.Call(condition, this, y)
            : throw new ArgumentException("The condition to 'where' must be a boolean tensor.");

        public Tensor masked_fill(Tensor mask, Scalar value) => MaskedFill.Call(this, mask, value);

        public Tensor masked_fill_(Tensor mask, Scalar value) => MaskedFillInPlace.Run(this, mask, value);

        public Tensor masked_scatter(Tensor mask, Tensor value) => MaskedScatter.Call(this, mask, value);

        public Tensor masked_scatter_(Tensor mask, Tensor value) => MaskedScatterInPlace.Run(this, mask, value);

        /// <summary>The elements where the mask holds, as a vector.</summary>
        /// <exception cref="ArgumentException">The mask is not boolean.</exception>
        public Tensor masked_select(Tensor mask) => mask.dtype == ScalarType.Bool
            ? MaskedSelect.Call(this, mask)
            : throw new ArgumentException("The mask tensor must be Boolean.");
    }
}
