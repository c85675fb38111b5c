using System.Runtime.InteropServices;
using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// Applies an index expression from left to right. Positions, slices and new dimensions make views, one after the other;
    /// tensors are only noted, each with the dimension it picks from, for one operator call at the end.
    /// </summary>
    private ref struct IndexWalk(Tensor source)
    {
        private static readonly Operator Select = new("select", "int");
        private static readonly Operator Slice = new("slice", "Tensor");
        private static readonly Operator Unsqueeze = new("unsqueeze");

        private readonly Tensor source = source;
        private List<Tensor?>? picks;
        private int dim;

        public Tensor View { get; private set; } = source;

        /// <summary>One entry per dimension, null for a whole one; or null when no tensor was among the parts.</summary>
        public readonly Tensor?[]? Picks => picks?.ToArray();

        public void Apply(ReadOnlySpan<TensorIndex> parts)
        {
            var left = (int)source.Dimensions;
            foreach (ref readonly var part in parts)
            {
                left -= Consumed(part);
            }

            if (left < 0)
            {
                throw new ExternalException($"too many indices for tensor of dimension {source.Dimensions}");
            }

            foreach (ref readonly var part in parts)
            {
                Apply(part, left);
            }
        }

        /// <summary>Disposes the views made on the way, if any.</summary>
        public readonly void DisposeView()
        {
            if (!ReferenceEquals(View, source))
            {
                View.Dispose();
            }
        }

        private static int Consumed(in TensorIndex part) => part.Kind switch
        {
            IndexKind.Position or IndexKind.Slice => 1,
            IndexKind.Tensor => part.Positions!.dtype is ScalarType.Bool or ScalarType.Byte ? (int)part.Positions.Dimensions : 1,
            _ => 0,
        };

        private void Apply(in TensorIndex part, int left)
        {
            switch (part.Kind)
            {
                case IndexKind.Position:
                    Replace(Select.Call(View, dim, part.First));
                    break;
                case IndexKind.Slice:
                    Replace(Slice.Call(View, dim, part.First, part.Stop, part.Step ?? 1));
                    dim++;
                    break;
                case IndexKind.Ellipsis:
                    dim += left;
                    break;
                case IndexKind.None:
                    Replace(Unsqueeze.Call(View, dim));
                    dim++;
                    break;
                case IndexKind.Truth:
                    ApplyTruth(part.First != 0);
                    break;
                default:
                    ApplyTensor(part.Positions!);
                    break;
            }
        }

        private void ApplyTensor(Tensor positions)
        {
            if (positions.Dimensions > 0 || !positions.is_integral())
            {
                Note(positions);
            }
            else if (positions.dtype is ScalarType.Bool or ScalarType.Byte)
            {
                ApplyTruth(IntegerOf(positions) != 0);
            }
            else
            {
                Replace(Select.Call(View, dim, IntegerOf(positions)));
            }
        }

        private void ApplyTruth(bool value)
        {
            Replace(Unsqueeze.Call(View, dim));
            Note(zeros((long[])[value ? 1 : 0], ScalarType.Int64, CPU));
        }

        private void Note(Tensor positions)
        {
            picks ??= [];
            while (picks.Count < dim)
            {
                picks.Add(null);
            }

            picks.Add(positions);
            dim++;
        }

        private void Replace(Tensor view)
        {
            DisposeView();
            View = view;
        }

        private static unsafe long IntegerOf(Tensor scalar)
        {
            double real;
            long integer;
            Native.Check(Native.gannet_tensor_item(scalar.Handle, &real, &integer));
            GC.KeepAlive(scalar);
            return integer;
        }
    }
}
