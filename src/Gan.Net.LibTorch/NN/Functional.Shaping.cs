using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator HardTanh = new("hardtanh");
            private static readonly Operator HardTanhInPlace = new("hardtanh_");
            private static readonly Operator HardSigmoid = new("hardsigmoid");
            private static readonly Operator HardSigmoidInPlace = new("hardsigmoid_");
            private static readonly Operator HardSwish = new("hardswish");
            private static readonly Operator HardSwishInPlace = new("hardswish_");
            private static readonly Operator HardShrink = new("hardshrink");
            private static readonly Operator SoftShrink = new("softshrink");
            private static readonly Operator SoftPlus = new("softplus");
            private static readonly Operator SoftmaxInt = new("softmax", "int");
            private static readonly Operator LogSoftmaxInt = new("log_softmax", "int");
            private static readonly Operator LogSigmoid = new("log_sigmoid");
            private static readonly Operator ThresholdOf = new("threshold");
            private static readonly Operator ThresholdInPlace = new("threshold_");
            private static readonly Operator Abs = new("abs");
            private static readonly Operator Negative = new("neg");
            private static readonly Operator AddNumber = new("add", "Scalar");
            private static readonly Operator Subtract = new("sub", "Tensor");
            private static readonly Operator SubtractInPlace = new("sub_", "Tensor");
            private static readonly Operator Divide = new("div", "Tensor");
            private static readonly Operator DivideInPlace = new("div_", "Tensor");

            public static Tensor hardtanh(Tensor x, double min_val = -1, double max_val = 1, bool inplace = false) =>
                inplace ? InPlace(HardTanhInPlace, x, min_val, max_val) : HardTanh.Call(x, min_val, max_val);

            public static Tensor hardsigmoid(Tensor input, bool inplace = false) => inplace ? InPlace(HardSigmoidInPlace, input) : HardSigmoid.Call(input);

            public static Tensor hardswish(Tensor input, bool inplace = false) => inplace ? InPlace(HardSwishInPlace, input) : HardSwish.Call(input);

            public static Tensor hardshrink(Tensor x, double lambda = 0.5) => HardShrink.Call(x, lambda);

            public static Tensor softshrink(Tensor x, double lambda = 0.5) => SoftShrink.Call(x, lambda);

            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => SoftPlus.Call(x, beta, threshold);

            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => SoftmaxInt.Call(input, dim, dtype);

            public static Tensor softmax2d(Tensor x) => SoftmaxInt.Call(x, -3L);

            public static Tensor softmin(Tensor x, long dim)
            {
                using var negated = Negative.Call(x);
                return SoftmaxInt.Call(negated, dim);
            }

            public static Tensor log_softmax(Tensor x, long dim) => LogSoftmaxInt.Call(x, dim);

            public static Tensor logsigmoid(Tensor x) => LogSigmoid.Call(x);

            public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                inplace ? InPlace(ThresholdInPlace, x, threshold, value) : ThresholdOf.Call(x, threshold, value);

            public static Tensor softsign(Tensor x, bool inplace = false)
            {
                using var magnitude = Abs.Call(x);
                using var divisor = AddNumber.Call(magnitude, 1L);
                return inplace ? InPlace(DivideInPlace, x, divisor) : Divide.Call(x, divisor);
            }

            public static Tensor tanhshrink(Tensor x, bool inplace = false)
            {
                using var squashed = TanhOf.Call(x);
                return inplace ? InPlace(SubtractInPlace, x, squashed) : Subtract.Call(x, squashed);
            }
        }
    }
}
