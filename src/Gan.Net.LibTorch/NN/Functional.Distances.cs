using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator NormOver = new("norm", "ScalarOpt_dim");
            private static readonly Operator AtLeast = new("clamp_min");
            private static readonly Operator CosineSimilarity = new("cosine_similarity");
            private static readonly Operator PairwiseDistance = new("pairwise_distance");
            private static readonly Operator OneHot = new("one_hot");

            /// <summary>Divides by the norm along a dimension, or by <paramref name="eps"/> where that is larger.</summary>
            public static Tensor normalize(Tensor input, double p = 2, long dim = 1, double eps = 1e-12)
            {
                using var norm = NormOver.Call(input, p, (long[])[dim], true);
                using var divisor = AtLeast.Call(norm, eps);
                return Divide.Call(input, divisor);
            }

            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1e-8) => CosineSimilarity.Call(x1, x2, dim, eps);

            public static Tensor pairwise_distance(Tensor input1, Tensor input2, double p = 2, double eps = 1e-6, bool keepdim = false) =>
                PairwiseDistance.Call(input1, input2, p, eps, keepdim);

            /// <summary>Class numbers as rows with a single one; -1 classes means as many as the largest number needs.</summary>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => OneHot.Call(x, num_classes);
        }
    }
}
