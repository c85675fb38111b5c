using System.Runtime.InteropServices;
using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            private static readonly Operator ErrorFunction = new("erf_");
            private static readonly Operator ErrorFunctionInverse = new("erfinv_");
            private static readonly Operator MultiplyNumber = new("mul_", "Scalar");
            private static readonly Operator MultiplyTensor = new("mul_", "Tensor");
            private static readonly Operator AddNumber = new("add_", "Scalar");
            private static readonly Operator Clamp = new("clamp_");
            private static readonly Operator Factorize = new("linalg_qr");
            private static readonly Operator Diagonal = new("diagonal");
            private static readonly Operator Sign = new("sign");
            private static readonly Operator Transpose = new("t");
            private static readonly Operator ViewAs = new("view_as");
            private static readonly Operator Select = new("select", "int");

            /// <summary>Draws from a normal distribution cut off at <paramref name="a"/> and <paramref name="b"/>.</summary>
            public static Tensor trunc_normal_(Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2, Generator? generator = null)
            {
                var lower = NormalProbability((a - mean) / std);
                var upper = NormalProbability((b - mean) / std);
                uniform_(tensor, (2 * lower) - 1, (2 * upper) - 1, generator);
                using var _ = no_grad();
                ErrorFunctionInverse.Run(tensor);
                MultiplyNumber.Run(tensor, std * Math.Sqrt(2.0));
                AddNumber.Run(tensor, mean);
                Clamp.Run(tensor, a, b);
                return tensor;
            }

            /// <summary>Ones on the diagonal of a matrix, zeros elsewhere.</summary>
            /// <exception cref="ExternalException">The tensor is no matrix.</exception>
            public static Tensor eye_(Tensor tensor)
            {
                if (tensor.Dimensions != 2)
                {
                    throw new ExternalException("Only tensors with 2 dimensions are supported");
                }

                zeros_(tensor);
                using var _ = no_grad();
                using var diagonal = Diagonal.Call(tensor);
                Fill.Run(diagonal, 1L);
                return tensor;
            }

            /// <summary>The convolution weight that hands its input on, channel by channel.</summary>
            /// <exception cref="ExternalException">The tensor does not have 3, 4 or 5 dimensions.</exception>
            public static Tensor dirac_(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length is < 3 or > 5)
                {
                    throw new ExternalException("Only tensors with 3, 4, or 5 dimensions are supported");
                }

                zeros_(tensor);
                using var _ = no_grad();
                using var scope = NewDisposeScope();
                for (var channel = 0L; channel < Math.Min(shape[0], shape[1]); channel++)
                {
                    var centre = Select.Call(Select.Call(tensor, 0L, channel), 0L, channel);
                    foreach (var size in shape.AsSpan(2))
                    {
                        centre = Select.Call(centre, 0L, size / 2);
                    }

                    Fill.Run(centre, 1L);
                }

                return tensor;
            }

            /// <summary>A random matrix with orthogonal rows or columns, times the gain; further dimensions count as columns.</summary>
            /// <exception cref="ExternalException">The tensor has fewer than two dimensions.</exception>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1)
            {
                if (tensor.Dimensions < 2)
                {
                    throw new ExternalException("Only tensors with 2 or more dimensions are supported");
                }

                var rows = tensor.SizeAt(0);
                if (tensor.NumberOfElements == 0)
                {
                    return tensor;
                }

                using var _ = no_grad();
                using var scope = NewDisposeScope();
                var columns = tensor.NumberOfElements / rows;
                var drawn = normal_(ModuleTensors.Empty([rows, columns], tensor.dtype, tensor.device));
                var (q, r) = Factorize.CallPair(rows < columns ? Transpose.Call(drawn) : drawn);
                MultiplyTensor.Run(q, Sign.Call(Diagonal.Call(r)));
                var oriented = rows < columns ? Transpose.Call(q) : q;
                ModuleTensors.Copy(ViewAs.Call(tensor, oriented), oriented);
                MultiplyNumber.Run(tensor, gain);
                return tensor;
            }

            private static double NormalProbability(double x)
            {
                using var _ = no_grad();
                using var value = ModuleTensors.Filled(x / Math.Sqrt(2.0), [1], ScalarType.Float64, CPU);
                ErrorFunction.Run(value);
                return (1 + ModuleTensors.Item(value)) / 2;
            }
        }
    }
}
