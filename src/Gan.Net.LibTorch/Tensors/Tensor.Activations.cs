using Gan.Net.LibTorch.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator Relu = new("relu");
        private static readonly Operator ReluInPlace = new("relu_");
        private static readonly Operator Relu6 = new("relu6");
        private static readonly Operator Relu6InPlace = new("relu6_");
        private static readonly Operator LeakyRelu = new("leaky_relu");
        private static readonly Operator LeakyReluInPlace = new("leaky_relu_");
        private static readonly Operator Rrelu = new("rrelu");
        private static readonly Operator RreluInPlace = new("rrelu_");
        private static readonly Operator Elu = new("elu");
        private static readonly Operator EluInPlace = new("elu_");
        private static readonly Operator Selu = new("selu");
        private static readonly Operator SeluInPlace = new("selu_");
        private static readonly Operator Celu = new("celu");
        private static readonly Operator CeluInPlace = new("celu_");
        private static readonly Operator Gelu = new("gelu");
        private static readonly Operator GeluInPlace = new("gelu_");
        private static readonly Operator Silu = new("silu");
        private static readonly Operator SiluInPlace = new("silu_");
        private static readonly Operator Hardsigmoid = new("hardsigmoid");
        private static readonly Operator HardsigmoidInPlace = new("hardsigmoid_");
        private static readonly Operator Hardswish = new("hardswish");
        private static readonly Operator HardswishInPlace = new("hardswish_");
        private static readonly Operator Hardtanh = new("hardtanh");
        private static readonly Operator HardtanhInPlace = new("hardtanh_");
        private static readonly Operator Threshold = new("threshold");
        private static readonly Operator ThresholdInPlace = new("threshold_");
        private static readonly Operator Softplus = new("softplus");
        private static readonly Operator SoftmaxInt = new("softmax", "int");
        private static readonly Operator LogSoftmaxInt = new("log_softmax", "int");
        private static readonly Operator LogSigmoid = new("log_sigmoid");
        private static readonly Operator Glu = new("glu");
        private static readonly Operator Prelu = new("prelu");

        public Tensor relu() => Relu.Call(this);

        public Tensor relu_() => ReluInPlace.Run(this);

        public Tensor relu6() => Relu6.Call(this);

        public Tensor relu6_() => Relu6InPlace.Run(this);

        public Tensor leaky_relu(Scalar negative_slope) => LeakyRelu.Call(this, negative_slope);

        public Tensor leaky_relu_(Scalar negative_slope) => LeakyReluInPlace.Run(this, negative_slope);

        public Tensor rrelu(double lower = 0.125, double upper = 1.0 / 3.0) => Rrelu.Call(this, lower, upper);

        public Tensor rrelu_(double lower = 0.125, double upper = 1.0 / 3.0) => RreluInPlace.Run(this, lower, upper);

        public Tensor elu(Scalar alpha, Scalar scale, Scalar input_scale) => Elu.Call(this, alpha, scale, input_scale);

        public Tensor elu(double alpha = 1) => Elu.Call(this, alpha);

        public Tensor elu_(Scalar alpha, Scalar scale, Scalar input_scale) => EluInPlace.Run(this, alpha, scale, input_scale);

        public Tensor elu_(double alpha = 1) => EluInPlace.Run(this, alpha);

        public Tensor selu() => Selu.Call(this);

        public Tensor selu_() => SeluInPlace.Run(this);

        public Tensor celu() => Celu.Call(this);

        public Tensor celu(Scalar alpha) => Celu.Call(this, alpha);

        public Tensor celu_() => CeluInPlace.Run(this);

        public Tensor celu_(Scalar alpha) => CeluInPlace.Run(this, alpha);

        public Tensor gelu() => Gelu.Call(this);

        /// <summary>The exact function or its approximation by a hyperbolic tangent.</summary>
        /// <exception cref="ArgumentOutOfRangeException">There is no such approximation.</exception>
        public Tensor gelu(GELU.Approximate approximate) => Gelu.Call(this, NameOf(approximate));

        public Tensor gelu_() => GeluInPlace.Run(this);

        public Tensor gelu_(GELU.Approximate approximate) => GeluInPlace.Run(this, NameOf(approximate));

        public Tensor silu() => Silu.Call(this);

        public Tensor silu_() => SiluInPlace.Run(this);

        public Tensor hardsigmoid() => Hardsigmoid.Call(this);

        public Tensor hardsigmoid_() => HardsigmoidInPlace.Run(this);

        public Tensor hardswish() => Hardswish.Call(this);

        public Tensor hardswish_() => HardswishInPlace.Run(this);

        public Tensor hardtanh(Scalar min, Scalar max) => Hardtanh.Call(this, min, max);

        public Tensor hardtanh_(Scalar min, Scalar max) => HardtanhInPlace.Run(this, min, max);

        public Tensor threshold(Scalar threshold, Scalar value) => Threshold.Call(this, threshold, value);

        public Tensor threshold_(Scalar threshold, Scalar value) => ThresholdInPlace.Run(this, threshold, value);

        public Tensor softplus(double beta = 1, double threshold = 20) => Softplus.Call(this, beta, threshold);

        public Tensor softmax(long dim, ScalarType? dtype = null) => SoftmaxInt.Call(this, dim, dtype);

        public Tensor log_softmax(long dim, ScalarType? dtype = null) => LogSoftmaxInt.Call(this, dim, dtype);

        public Tensor log_sigmoid() => LogSigmoid.Call(this);

        public Tensor glu(long dim = -1) => Glu.Call(this, dim);

        public Tensor prelu(Tensor target) => Prelu.Call(this, target);

        private static string NameOf(GELU.Approximate approximate) => approximate switch
        {
            GELU.Approximate.none => "none",
            GELU.Approximate.tanh => "tanh",
            _ => throw new ArgumentOutOfRangeException(nameof(approximate), approximate, "Unsupported GELU approximation method."),
        };
    }
}
