using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator MaskedFill = new("masked_fill", "Scalar");
        private static readonly Operator MaskedFillInPlace = new("masked_fill_", "Scalar");
        private static readonly Operator MaskedSelect = new("masked_select");

        public Tensor masked_fill(Tensor mask, Scalar value) => MaskedFill.Call(this, mask, value);

        public Tensor masked_fill_(Tensor mask, Scalar value) => MaskedFillInPlace.Run(this, mask, value);

        /// <summary>The elements where the mask holds, as a vector.</summary>
        /// <exception cref="ArgumentException">The mask is not boolean.</exception>
        public Tensor masked_select(Tensor mask) => mask.dtype == ScalarType.Bool
            ? MaskedSelect.Call(this, mask)
            : throw new ArgumentException("The mask tensor must be Boolean.");
    }
}
