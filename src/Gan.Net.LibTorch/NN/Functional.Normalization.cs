using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator BatchNorm = new("batch_norm");
            private static readonly Operator InstanceNorm = new("instance_norm");
            private static readonly Operator LayerNorm = new("layer_norm");
            private static readonly Operator GroupNorm = new("group_norm");

            public static Tensor batch_norm(
                Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null,
                bool training = false, double momentum = 0.1, double eps = 1e-5) =>
                BatchNorm.Call(input, weight, bias, running_mean, running_var, training, momentum, eps, true);

            public static Tensor instance_norm(
                Tensor input, Tensor? running_mean = null, Tensor? running_var = null, Tensor? weight = null, Tensor? bias = null,
                bool use_input_stats = true, double momentum = 0.1, double eps = 1e-5) =>
                InstanceNorm.Call(input, weight, bias, running_mean, running_var, use_input_stats, momentum, eps, true);

            public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
                LayerNorm.Call(input, normalized_shape, weight, bias, eps);

            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
                GroupNorm.Call(input, num_groups, weight, bias, eps);
        }
    }
}
