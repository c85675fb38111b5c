using System.Runtime.InteropServices;
using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator BinaryCrossEntropy = new("binary_cross_entropy");
            private static readonly Operator BinaryCrossEntropyWithLogits = new("binary_cross_entropy_with_logits");
            private static readonly Operator CrossEntropy = new("cross_entropy_loss");
            private static readonly Operator NegativeLogLikelihood = new("nll_loss_nd");
            private static readonly Operator SquaredDifference = new("mse_loss");
            private static readonly Operator AbsoluteDifference = new("l1_loss");
            private static readonly Operator SmoothL1 = new("smooth_l1_loss");
            private static readonly Operator Huber = new("huber_loss");
            private static readonly Operator KullbackLeibler = new("kl_div");
            private static readonly Operator SoftMargin = new("soft_margin_loss");

            /// <exception cref="ExternalException">The shapes differ.</exception>
            public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                if (!ModuleTensors.SameShape(input, target))
                {
                    throw new ExternalException(
                        $"Using a target size ({ShapeOf(target)}) that is different to the input size ({ShapeOf(input)}) is deprecated. Please ensure they have the same size.");
                }

                return BinaryCrossEntropy.Call(input, target, weight, (long)reduction);
            }

            /// <exception cref="ExternalException">The shapes differ.</exception>
            public static Tensor binary_cross_entropy_with_logits(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null)
            {
                if (!ModuleTensors.SameShape(input, target))
                {
                    throw new ExternalException($"Target size ({ShapeOf(target)}) must be the same as input size ({ShapeOf(input)})");
                }

                return BinaryCrossEntropyWithLogits.Call(input, target, weight, pos_weights, (long)reduction);
            }

            public static Tensor cross_entropy(
                Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0) =>
                CrossEntropy.Call(input, target, weight, (long)reduction, ignore_index, label_smoothing);

            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                NegativeLogLikelihood.Call(input, target, weight, (long)reduction);

            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                SquaredDifference.Call(input, target, (long)reduction);

            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                AbsoluteDifference.Call(input, target, (long)reduction);

            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1) =>
                SmoothL1.Call(input, target, (long)reduction, beta);

            public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1, Reduction reduction = Reduction.Mean) =>
                Huber.Call(input, target, (long)reduction, delta);

            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean) =>
                KullbackLeibler.Call(input, target, (long)reduction, log_target);

            public static Tensor soft_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                SoftMargin.Call(input, target, (long)reduction);

            private static string ShapeOf(Tensor tensor) => $"[{string.Join(", ", tensor.shape)}]";
        }
    }
}
