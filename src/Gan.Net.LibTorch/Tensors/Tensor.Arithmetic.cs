using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator AddScalar = new("add", "Scalar");
        private static readonly Operator AddTensor = new("add", "Tensor");
        private static readonly Operator AddScalarInPlace = new("add_", "Scalar");
        private static readonly Operator AddTensorInPlace = new("add_", "Tensor");
        private static readonly Operator SubScalar = new("sub", "Scalar");
        private static readonly Operator SubTensor = new("sub", "Tensor");
        private static readonly Operator SubScalarInPlace = new("sub_", "Scalar");
        private static readonly Operator SubTensorInPlace = new("sub_", "Tensor");
        private static readonly Operator MulScalar = new("mul", "Scalar");
        private static readonly Operator MulTensor = new("mul", "Tensor");
        private static readonly Operator MulScalarInPlace = new("mul_", "Scalar");
        private static readonly Operator MulTensorInPlace = new("mul_", "Tensor");
        private static readonly Operator RemainderScalar = new("remainder", "Scalar");
        private static readonly Operator RemainderTensor = new("remainder", "Tensor");
        private static readonly Operator RemainderScalarInPlace = new("remainder_", "Scalar");
        private static readonly Operator RemainderTensorInPlace = new("remainder_", "Tensor");
        private static readonly Operator FmodScalar = new("fmod", "Scalar");
        private static readonly Operator FmodTensor = new("fmod", "Tensor");
        private static readonly Operator FmodScalarInPlace = new("fmod_", "Scalar");
        private static readonly Operator FmodTensorInPlace = new("fmod_", "Tensor");
        private static readonly Operator PowTensorScalar = new("pow", "Tensor_Scalar");
        private static readonly Operator PowTensorTensor = new("pow", "Tensor_Tensor");
        private static readonly Operator PowScalarInPlace = new("pow_", "Scalar");
        private static readonly Operator PowTensorInPlace = new("pow_", "Tensor");
        private static readonly Operator FloatPowerTensorTensor = new("float_power", "Tensor_Tensor");
        private static readonly Operator FloatPowerTensorInPlace = new("float_power_", "Tensor");
        private static readonly Operator Square = new("square");
        private static readonly Operator Neg = new("neg");
        private static readonly Operator NegInPlace = new("neg_");
        private static readonly Operator Positive = new("positive");
        private static readonly Operator Reciprocal = new("reciprocal");
        private static readonly Operator ReciprocalInPlace = new("reciprocal_");
        private static readonly Operator Addcmul = new("addcmul");
        private static readonly Operator AddcmulInPlace = new("addcmul_");
        private static readonly Operator Addcdiv = new("addcdiv");
        private static readonly Operator AddcdivInPlace = new("addcdiv_");
        private static readonly Operator LerpTensor = new("lerp", "Tensor");
        private static readonly Operator LerpTensorInPlace = new("lerp_", "Tensor");

        public Tensor add(Scalar scalar) => AddScalar.Call(this, scalar);

        public Tensor add(Scalar scalar, Scalar alpha) => AddScalar.Call(this, scalar, alpha);

        public Tensor add(Tensor target) => AddTensor.Call(this, target);

        public Tensor add(Tensor target, Scalar alpha) => AddTensor.Call(this, target, alpha);

        public Tensor add_(Scalar scalar) => AddScalarInPlace.Run(this, scalar);

        public Tensor add_(Scalar scalar, Scalar alpha) => AddScalarInPlace.Run(this, scalar, alpha);

        public Tensor add_(Tensor target) => AddTensorInPlace.Run(this, target);

        public Tensor add_(Tensor target, Scalar alpha) => AddTensorInPlace.Run(this, target, alpha);

        public Tensor sub(Scalar target) => SubScalar.Call(this, target);

        public Tensor sub(Tensor target) => SubTensor.Call(this, target);

        public Tensor sub_(Scalar target) => SubScalarInPlace.Run(this, target);

        public Tensor sub_(Tensor target) => SubTensorInPlace.Run(this, target);

        public Tensor subtract(Scalar target) => sub(target);

        public Tensor subtract(Tensor target) => sub(target);

        public Tensor subtract_(Scalar target) => sub_(target);

        public Tensor subtract_(Tensor target) => sub_(target);

        public Tensor mul(Scalar target) => MulScalar.Call(this, target);

        public Tensor mul(Tensor target) => MulTensor.Call(this, target);

        public Tensor mul_(Scalar target) => MulScalarInPlace.Run(this, target);

        public Tensor mul_(Tensor target) => MulTensorInPlace.Run(this, target);

        public Tensor multiply(Scalar target) => mul(target);

        public Tensor multiply(Tensor target) => mul(target);

        public Tensor remainder(Scalar scalar) => RemainderScalar.Call(this, scalar);

        public Tensor remainder(Tensor target) => RemainderTensor.Call(this, target);

        public Tensor remainder_(Scalar scalar) => RemainderScalarInPlace.Run(this, scalar);

        public Tensor remainder_(Tensor target) => RemainderTensorInPlace.Run(this, target);

        public Tensor fmod(Scalar scalar) => FmodScalar.Call(this, scalar);

        public Tensor fmod(Tensor target) => FmodTensor.Call(this, target);

        public Tensor fmod_(Scalar scalar) => FmodScalarInPlace.Run(this, scalar);

        public Tensor fmod_(Tensor target) => FmodTensorInPlace.Run(this, target);

        public Tensor pow(Scalar exponent) => PowTensorScalar.Call(this, exponent);

        public Tensor pow(Tensor exponent) => PowTensorTensor.Call(this, exponent);

        public Tensor pow_(Scalar exponent) => PowScalarInPlace.Run(this, exponent);

        public Tensor pow_(Tensor exponent) => PowTensorInPlace.Run(this, exponent);

        public Tensor float_power(Tensor target) => FloatPowerTensorTensor.Call(this, target);

        public Tensor float_power_(Tensor target) => FloatPowerTensorInPlace.Run(this, target);

        public Tensor square() => Square.Call(this);

        public Tensor neg() => Neg.Call(this);

        public Tensor neg_() => NegInPlace.Run(this);

        public Tensor negative() => neg();

        /// <exception cref="ArgumentException">The tensor is boolean.</exception>
        public Tensor positive() => dtype == ScalarType.Bool ? throw new ArgumentException("Boolean tensor") : Positive.Call(this);

        public Tensor reciprocal() => Reciprocal.Call(this);

        public Tensor reciprocal_() => ReciprocalInPlace.Run(this);

        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => Addcmul.Call(this, tensor1, tensor2, value);

        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) => AddcmulInPlace.Run(this, tensor1, tensor2, value);

        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => Addcdiv.Call(this, tensor1, tensor2);

        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => Addcdiv.Call(this, tensor1, tensor2, value);

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => AddcdivInPlace.Run(this, tensor1, tensor2);

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) => AddcdivInPlace.Run(this, tensor1, tensor2, value);

        public Tensor lerp(Tensor end, Tensor weight) => LerpTensor.Call(this, end, weight);

        public Tensor lerp_(Tensor end, Tensor weight) => LerpTensorInPlace.Run(this, end, weight);
    }
}
