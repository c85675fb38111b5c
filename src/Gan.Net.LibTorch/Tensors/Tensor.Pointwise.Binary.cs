using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator Maximum = new("maximum");
        private static readonly Operator Minimum = new("minimum");
        private static readonly Operator Fmax = new("fmax");
        private static readonly Operator Fmin = new("fmin");
        private static readonly Operator Clamp = new("clamp");
        private static readonly Operator ClampTensor = new("clamp", "Tensor");
        private static readonly Operator ClampInPlace = new("clamp_");
        private static readonly Operator ClampTensorInPlace = new("clamp_", "Tensor");
        private static readonly Operator ClampMin = new("clamp_min");
        private static readonly Operator ClampMinInPlace = new("clamp_min_");
        private static readonly Operator ClampMax = new("clamp_max");
        private static readonly Operator ClampMaxInPlace = new("clamp_max_");
        private static readonly Operator NanToNum = new("nan_to_num");
        private static readonly Operator NanToNumInPlace = new("nan_to_num_");
        private static readonly Operator Hypot = new("hypot");
        private static readonly Operator CopysignTensor = new("copysign", "Tensor");
        private static readonly Operator CopysignTensorInPlace = new("copysign_", "Tensor");
        private static readonly Operator Heaviside = new("heaviside");
        private static readonly Operator HeavisideInPlace = new("heaviside_");
        private static readonly Operator Logaddexp = new("logaddexp");
        private static readonly Operator Logaddexp2 = new("logaddexp2");
        private static readonly Operator XlogyScalarOther = new("xlogy", "Scalar_Other");
        private static readonly Operator XlogyTensor = new("xlogy", "Tensor");
        private static readonly Operator XlogyScalarOtherInPlace = new("xlogy_", "Scalar_Other");
        private static readonly Operator XlogyTensorInPlace = new("xlogy_", "Tensor");

        public Tensor maximum(Tensor other) => Maximum.Call(this, other);

        public Tensor minimum(Tensor other) => Minimum.Call(this, other);

        public Tensor fmax(Tensor other) => Fmax.Call(this, other);

        public Tensor fmin(Tensor other) => Fmin.Call(this, other);

        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Clamp.Call(this, min, max);

        public Tensor clamp(Tensor? min = null, Tensor? max = null) => ClampTensor.Call(this, min, max);

        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => ClampInPlace.Run(this, min, max);

        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => ClampTensorInPlace.Run(this, min, max);

        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);

        public Tensor clamp_min(Scalar min) => ClampMin.Call(this, min);

        public Tensor clamp_min_(Scalar min) => ClampMinInPlace.Run(this, min);

        public Tensor clamp_max(Scalar max) => ClampMax.Call(this, max);

        public Tensor clamp_max_(Scalar max) => ClampMaxInPlace.Run(this, max);

        public Tensor nan_to_num(double nan = 0, double? posinf = null, double? neginf = null) => NanToNum.Call(this, nan, posinf, neginf);

        public Tensor nan_to_num_(double nan = 0, double? posinf = null, double? neginf = null) =>
            NanToNumInPlace.Run(this, nan, posinf, neginf);

        public Tensor hypot(Tensor other) => Hypot.Call(this, other);

        public Tensor copysign(Tensor other) => CopysignTensor.Call(this, other);

        public Tensor copysign_(Tensor other) => CopysignTensorInPlace.Run(this, other);

        public Tensor heaviside(Tensor other) => Heaviside.Call(this, other);

        public Tensor heaviside_(Tensor other) => HeavisideInPlace.Run(this, other);

        public Tensor logaddexp(Tensor other) => Logaddexp.Call(this, other);

        public Tensor logaddexp2(Tensor other) => Logaddexp2.Call(this, other);

        public Tensor xlogy(Scalar y) => XlogyScalarOther.Call(this, y);

        public Tensor xlogy(Tensor y) => XlogyTensor.Call(this, y);

        public Tensor xlogy_(Scalar y) => XlogyScalarOtherInPlace.Run(this, y);

        public Tensor xlogy_(Tensor y) => XlogyTensorInPlace.Run(this, y);
    }
}
