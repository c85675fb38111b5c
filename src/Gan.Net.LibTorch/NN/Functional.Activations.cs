using Gan.Net.LibTorch.Interop;
using Gan.Net.LibTorch.NN;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The layers as functions of tensors.</summary>
        public static partial class functional
        {
            private static readonly Operator Relu = new("relu");
            private static readonly Operator ReluInPlace = new("relu_");
            private static readonly Operator Relu6 = new("relu6");
            private static readonly Operator Relu6InPlace = new("relu6_");
            private static readonly Operator LeakyRelu = new("leaky_relu");
            private static readonly Operator LeakyReluInPlace = new("leaky_relu_");
            private static readonly Operator Prelu = new("prelu");
            private static readonly Operator Elu = new("elu");
            private static readonly Operator EluInPlace = new("elu_");
            private static readonly Operator Celu = new("celu");
            private static readonly Operator CeluInPlace = new("celu_");
            private static readonly Operator Selu = new("selu");
            private static readonly Operator SeluInPlace = new("selu_");
            private static readonly Operator Gelu = new("gelu");
            private static readonly Operator GeluInPlace = new("gelu_");
            private static readonly Operator Silu = new("silu");
            private static readonly Operator SiluInPlace = new("silu_");
            private static readonly Operator MishOf = new("mish");
            private static readonly Operator MishInPlace = new("mish_");
            private static readonly Operator Glu = new("glu");
            private static readonly Operator TanhOf = new("tanh");
            private static readonly Operator TanhInPlace = new("tanh_");
            private static readonly Operator SigmoidOf = new("sigmoid");
            private static readonly Operator SigmoidInPlace = new("sigmoid_");

            public static Tensor relu(Tensor x, bool inplace = false) =>
                RectifierPath.Of(x, 0, inplace) ?? (inplace ? InPlace(ReluInPlace, x) : Relu.Call(x));

            public static Tensor relu6(Tensor x, bool inplace = false) => inplace ? InPlace(Relu6InPlace, x) : Relu6.Call(x);

            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                RectifierPath.Of(input, negative_slope, inplace)
                ?? (inplace ? InPlace(LeakyReluInPlace, input, negative_slope) : LeakyRelu.Call(input, negative_slope));

            public static Tensor prelu(Tensor input, Tensor weight) => Prelu.Call(input, weight);

            public static Tensor elu(Tensor x, double alpha, bool inplace = false) => inplace ? InPlace(EluInPlace, x, alpha) : Elu.Call(x, alpha);

            public static Tensor celu(Tensor x, double alpha, bool inplace = false) => inplace ? InPlace(CeluInPlace, x, alpha) : Celu.Call(x, alpha);

            public static Tensor selu(Tensor x, bool inplace = false) => inplace ? InPlace(SeluInPlace, x) : Selu.Call(x);

            public static Tensor gelu(Tensor x) => Gelu.Call(x);

            public static Tensor gelu(Tensor x, bool inplace) => inplace ? InPlace(GeluInPlace, x) : Gelu.Call(x);

            public static Tensor gelu(Tensor x, GELU.Approximate approximate, bool inplace = false)
            {
                var how = approximate == Modules.GELU.Approximate.tanh ? "tanh" : "none";
                return inplace ? InPlace(GeluInPlace, x, how) : Gelu.Call(x, how);
            }

            public static Tensor silu(Tensor x, bool inplace = false) => inplace ? InPlace(SiluInPlace, x) : Silu.Call(x);

            public static Tensor mish(Tensor x, bool inplace = false) => inplace ? InPlace(MishInPlace, x) : MishOf.Call(x);

            public static Tensor glu(Tensor input, long dim = -1) => Glu.Call(input, dim);

            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? InPlace(TanhInPlace, x) : TanhOf.Call(x);

            public static Tensor sigmoid(Tensor x) => SigmoidOf.Call(x);

            public static Tensor sigmoid(Tensor x, bool inplace) => inplace ? InPlace(SigmoidInPlace, x) : SigmoidOf.Call(x);

            // An in-place call hands back a handle of its own, so that disposing the result leaves the input alone.
            private static Tensor InPlace(Operator op, Tensor x)
            {
                op.Run(x);
                return ModuleTensors.Alias(x);
            }

            private static Tensor InPlace(Operator op, Tensor x, Argument argument)
            {
                op.Run(x, argument);
                return ModuleTensors.Alias(x);
            }

            private static Tensor InPlace(Operator op, Tensor x, Argument first, Argument second)
            {
                op.Run(x, first, second);
                return ModuleTensors.Alias(x);
            }
        }
    }
}
