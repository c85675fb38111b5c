using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator Multiply = new("mul", "Tensor");
            private static readonly Operator MultiplyNumber = new("mul", "Scalar");
            private static readonly Operator Power = new("pow", "Tensor_Scalar");
            private static readonly Operator Reshape = new("reshape");

            /// <summary><c>x / (k + alpha mean(x^2 over size channels))^beta</c> of <c>[N, C, ...]</c>.</summary>
            /// <exception cref="ArgumentException">The input has fewer than three dimensions.</exception>
            public static Tensor local_response_norm(Tensor input, long size, double alpha = 0.0001, double beta = 0.75, double k = 1)
            {
                if (input.Dimensions < 3)
                {
                    throw new ArgumentException($"Invalid number of dimensions for LocalResponseNorm argument: {input.Dimensions}");
                }

                // The mean over channels is a pool over the second dimension of [N, 1, C, everything else].
                var shape = input.shape;
                using var squared = Multiply.Call(input, input);
                using var rows = Reshape.Call(squared, (long[])[shape[0], 1, shape[1], -1]);
                using var padded = pad(rows, (long[])[0, 0, size / 2, (size - 1) / 2]);
                using var pooled = avg_pool2d(padded, (long[])[size, 1], One);
                using var power = Reshape.Call(pooled, shape);
                using var scaled = MultiplyNumber.Call(power, alpha);
                using var shifted = AddNumber.Call(scaled, k);
                using var divisor = Power.Call(shifted, beta);
                return Divide.Call(input, divisor);
            }
        }
    }
}
