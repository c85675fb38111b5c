using Gan.Net.LibTorch.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What is done to the parameters of a whole model.</summary>
        public static partial class utils
        {
            private static readonly Operator Norm = new("norm", "Scalar");
            private static readonly Operator Stack = new("stack");
            private static readonly Operator Concatenate = new("cat");
            private static readonly Operator View = new("view");
            private static readonly Operator ViewAs = new("view_as");
            private static readonly Operator Narrow = new("narrow");
            private static readonly Operator SetData = new("set_data");
            private static readonly Operator AddNumber = new("add", "Scalar");
            private static readonly Operator Reciprocal = new("reciprocal");
            private static readonly Operator MultiplyNumberInPlace = new("mul_", "Scalar");
            private static readonly Operator MultiplyInPlace = new("mul_", "Tensor");
            private static readonly Operator ClampInPlace = new("clamp_");
            private static readonly Operator AtMostInPlace = new("clamp_max_");

            /// <summary>Scales all gradients down together until their common norm is at most <paramref name="max_norm"/>.</summary>
            /// <returns>The norm before.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2)
            {
                using var _ = no_grad();
                using var scope = NewDisposeScope();
                var gradients = GradientsOf(tensors);
                if (gradients.Count == 0)
                {
                    return 0;
                }

                var norms = gradients.ConvertAll(gradient => Norm.Call(gradient, norm_type));
                var total = Norm.Call(Stack.Call(norms.ToArray()), norm_type);
                var factor = Reciprocal.Call(AddNumber.Call(total, 1e-6));
                MultiplyNumberInPlace.Run(factor, max_norm);
                AtMostInPlace.Run(factor, 1.0);
                foreach (var gradient in gradients)
                {
                    MultiplyInPlace.Run(gradient, factor);
                }

                return ModuleTensors.Item(total);
            }

            /// <summary>Keeps every gradient between <c>-clip_value</c> and <c>clip_value</c>.</summary>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var _ = no_grad();
                using var scope = NewDisposeScope();
                foreach (var gradient in GradientsOf(tensors))
                {
                    ClampInPlace.Run(gradient, -clip_value, clip_value);
                }
            }

            /// <summary>All parameters in one row, in their order; differentiable.</summary>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                var rows = new List<Tensor>();
                foreach (var tensor in tensors)
                {
                    rows.Add(View.Call(tensor, (long[])[-1]));
                }

                var vector = Concatenate.Call(rows.ToArray());
                rows.ForEach(row => row.Dispose());
                return vector;
            }

            /// <summary>Makes every parameter a view of its part of the vector.</summary>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                var detached = ModuleTensors.Detach(vec);
                var start = 0L;
                foreach (var tensor in tensors)
                {
                    var part = Narrow.Call(detached, 0L, start, tensor.NumberOfElements);
                    SetData.Run(tensor, ViewAs.Call(part, tensor));
                    start += tensor.NumberOfElements;
                }
            }

            private static List<Tensor> GradientsOf(IEnumerable<Parameter> parameters)
            {
                var gradients = new List<Tensor>();
                foreach (var parameter in parameters)
                {
                    if (parameter.grad is Tensor gradient)
                    {
                        gradients.Add(gradient);
                    }
                }

                return gradients;
            }
        }
    }
}
