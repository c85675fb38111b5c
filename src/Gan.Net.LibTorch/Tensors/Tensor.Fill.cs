using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator FillScalarInPlace = new("fill_", "Scalar");
        private static readonly Operator ZeroInPlace = new("zero_");

        public Tensor fill_(Scalar value) => FillScalarInPlace.Run(this, value);

        public Tensor zero_() => ZeroInPlace.Run(this);
    }
}
