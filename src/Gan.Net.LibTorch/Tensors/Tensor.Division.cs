using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator DivTensor = new("div", "Tensor");
        private static readonly Operator DivTensorMode = new("div", "Tensor_mode");
        private static readonly Operator DivTensorInPlace = new("div_", "Tensor");
        private static readonly Operator DivTensorModeInPlace = new("div_", "Tensor_mode");
        private static readonly Operator DivScalar = new("div", "Scalar");
        private static readonly Operator DivScalarMode = new("div", "Scalar_mode");
        private static readonly Operator DivScalarInPlace = new("div_", "Scalar");
        private static readonly Operator DivScalarModeInPlace = new("div_", "Scalar_mode");
        private static readonly Operator FloorDivide = new("floor_divide");
        private static readonly Operator FloorDivideScalar = new("floor_divide", "Scalar");
        private static readonly Operator FloorDivideTensorInPlace = new("floor_divide_", "Tensor");
        private static readonly Operator FloorDivideScalarInPlace = new("floor_divide_", "Scalar");

        /// <summary>The quotient. Without rounding, integers divide to floating-point numbers.</summary>
        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => rounding_mode == RoundingMode.None
            ? DivTensor.Call(this, target)
            : DivTensorMode.Call(this, target, NameOf(rounding_mode));

        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => rounding_mode == RoundingMode.None
            ? DivScalar.Call(this, target)
            : DivScalarMode.Call(this, target, NameOf(rounding_mode));

        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => rounding_mode == RoundingMode.None
            ? DivTensorInPlace.Run(this, target)
            : DivTensorModeInPlace.Run(this, target, NameOf(rounding_mode));

        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => rounding_mode == RoundingMode.None
            ? DivScalarInPlace.Run(this, target)
            : DivScalarModeInPlace.Run(this, target, NameOf(rounding_mode));

        public Tensor divide(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);

        public Tensor divide(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);

        public Tensor divide_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);

        public Tensor divide_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);

        public Tensor true_divide(Tensor other) => div(other);

        public Tensor true_divide(Scalar other) => div(other);

        public Tensor true_divide_(Tensor other) => div_(other);

        public Tensor true_divide_(Scalar other) => div_(other);

        public Tensor floor_divide(Tensor other) => FloorDivide.Call(this, other);

        public Tensor floor_divide(Scalar other) => FloorDivideScalar.Call(this, other);

        public Tensor floor_divide_(Tensor other) => FloorDivideTensorInPlace.Run(this, other);

        public Tensor floor_divide_(Scalar other) => FloorDivideScalarInPlace.Run(this, other);

        private static string? NameOf(RoundingMode mode) => mode switch
        {
            RoundingMode.trunc => "trunc",
            RoundingMode.floor => "floor",
            _ => null,
        };
    }
}
