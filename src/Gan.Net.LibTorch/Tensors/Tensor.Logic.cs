using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator LogicalNot = new("logical_not");
        private static readonly Operator LogicalNotInPlace = new("logical_not_");
        private static readonly Operator LogicalAnd = new("logical_and");
        private static readonly Operator LogicalAndInPlace = new("logical_and_");
        private static readonly Operator LogicalOr = new("logical_or");
        private static readonly Operator LogicalOrInPlace = new("logical_or_");
        private static readonly Operator LogicalXor = new("logical_xor");
        private static readonly Operator LogicalXorInPlace = new("logical_xor_");
        private static readonly Operator BitwiseNot = new("bitwise_not");
        private static readonly Operator BitwiseNotInPlace = new("bitwise_not_");
        private static readonly Operator BitwiseAndTensor = new("bitwise_and", "Tensor");
        private static readonly Operator BitwiseAndTensorInPlace = new("bitwise_and_", "Tensor");
        private static readonly Operator BitwiseOrTensor = new("bitwise_or", "Tensor");
        private static readonly Operator BitwiseOrTensorInPlace = new("bitwise_or_", "Tensor");
        private static readonly Operator BitwiseXorTensor = new("bitwise_xor", "Tensor");
        private static readonly Operator BitwiseXorTensorInPlace = new("bitwise_xor_", "Tensor");
        private static readonly Operator BitwiseLeftShiftTensor = new("bitwise_left_shift", "Tensor");
        private static readonly Operator BitwiseLeftShiftTensorInPlace = new("bitwise_left_shift_", "Tensor");
        private static readonly Operator BitwiseRightShiftTensor = new("bitwise_right_shift", "Tensor");
        private static readonly Operator BitwiseRightShiftTensorInPlace = new("bitwise_right_shift_", "Tensor");
        private static readonly Operator Isnan = new("isnan");
        private static readonly Operator Isinf = new("isinf");
        private static readonly Operator Isposinf = new("isposinf");
        private static readonly Operator Isneginf = new("isneginf");
        private static readonly Operator Isfinite = new("isfinite");
        private static readonly Operator Isreal = new("isreal");
        private static readonly Operator IsinTensorTensor = new("isin", "Tensor_Tensor");

        public Tensor logical_not() => LogicalNot.Call(this);

        public Tensor logical_not_() => LogicalNotInPlace.Run(this);

        public Tensor logical_and(Tensor other) => LogicalAnd.Call(this, other);

        public Tensor logical_and_(Tensor other) => LogicalAndInPlace.Run(this, other);

        public Tensor logical_or(Tensor other) => LogicalOr.Call(this, other);

        public Tensor logical_or_(Tensor other) => LogicalOrInPlace.Run(this, other);

        public Tensor logical_xor(Tensor other) => LogicalXor.Call(this, other);

        public Tensor logical_xor_(Tensor other) => LogicalXorInPlace.Run(this, other);

        public Tensor bitwise_not() => BitwiseNot.Call(this);

        public Tensor bitwise_not_() => BitwiseNotInPlace.Run(this);

        public Tensor bitwise_and(Tensor other) => BitwiseAndTensor.Call(this, other);

        public Tensor bitwise_and_(Tensor other) => BitwiseAndTensorInPlace.Run(this, other);

        public Tensor bitwise_or(Tensor other) => BitwiseOrTensor.Call(this, other);

        public Tensor bitwise_or_(Tensor other) => BitwiseOrTensorInPlace.Run(this, other);

        public Tensor bitwise_xor(Tensor other) => BitwiseXorTensor.Call(this, other);

        public Tensor bitwise_xor_(Tensor other) => BitwiseXorTensorInPlace.Run(this, other);

        public Tensor bitwise_left_shift(Tensor other) => BitwiseLeftShiftTensor.Call(this, other);

        public Tensor bitwise_left_shift_(Tensor other) => BitwiseLeftShiftTensorInPlace.Run(this, other);

        public Tensor bitwise_right_shift(Tensor other) => BitwiseRightShiftTensor.Call(this, other);

        public Tensor bitwise_right_shift_(Tensor other) => BitwiseRightShiftTensorInPlace.Run(this, other);

        public Tensor isnan() => Isnan.Call(this);

        public Tensor isinf() => Isinf.Call(this);

        public Tensor isposinf() => Isposinf.Call(this);

        public Tensor isneginf() => Isneginf.Call(this);

        public Tensor isfinite() => Isfinite.Call(this);

        public Tensor isreal() => Isreal.Call(this);

        public Tensor isin(Tensor test_elements, bool assumeUnique = false, bool invert = false) =>
            IsinTensorTensor.Call(this, test_elements, assumeUnique, invert);
    }
}
