using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator Dropout = new("dropout");
            private static readonly Operator DropoutInPlace = new("dropout_");
            private static readonly Operator FeatureDropout = new("feature_dropout");
            private static readonly Operator FeatureDropoutInPlace = new("feature_dropout_");
            private static readonly Operator AlphaDropout = new("alpha_dropout");
            private static readonly Operator AlphaDropoutInPlace = new("alpha_dropout_");

            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                inplace ? InPlace(DropoutInPlace, input, p, training) : Dropout.Call(input, p, training);

            public static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                dropout2d(input, p, training, inplace);

            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                inplace ? InPlace(FeatureDropoutInPlace, input, p, training) : FeatureDropout.Call(input, p, training);

            public static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false) =>
                inplace ? InPlace(AlphaDropoutInPlace, input, p, training) : AlphaDropout.Call(input, p, training);
        }
    }
}
