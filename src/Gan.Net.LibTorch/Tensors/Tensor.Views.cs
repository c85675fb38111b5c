using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator View = new("view");
        private static readonly Operator Reshape = new("reshape");
        private static readonly Operator Flatten = new("flatten", "using_ints");
        private static readonly Operator Unflatten = new("unflatten", "int");
        private static readonly Operator Ravel = new("ravel");
        private static readonly Operator SqueezeAll = new("squeeze");
        private static readonly Operator SqueezeAllInPlace = new("squeeze_");
        private static readonly Operator SqueezeOne = new("squeeze", "dim");
        private static readonly Operator SqueezeOneInPlace = new("squeeze_", "dim");
        private static readonly Operator Unsqueeze = new("unsqueeze");
        private static readonly Operator UnsqueezeInPlace = new("unsqueeze_");
        private static readonly Operator Permute = new("permute");
        private static readonly Operator Transpose = new("transpose", "int");
        private static readonly Operator TransposeInPlace = new("transpose_");
        private static readonly Operator TransposeMatrix = new("t");
        private static readonly Operator TransposeLast = new("mT");
        private static readonly Operator Adjoint = new("adjoint");
        private static readonly Operator Movedim = new("movedim", "intlist");
        private static readonly Operator AtLeast1d = new("atleast_1d");
        private static readonly Operator AtLeast2d = new("atleast_2d");
        private static readonly Operator AtLeast3d = new("atleast_3d");
        private static readonly Operator AsStrided = new("as_strided");
        private static readonly Operator Unfold = new("unfold");

        /// <summary>The dimensions in reverse order.</summary>
        public Tensor T
        {
            get
            {
                var reversed = new long[Dimensions];
                for (var i = 0; i < reversed.Length; i++)
                {
                    reversed[i] = reversed.Length - 1 - i;
                }

                return Permute.Call(this, reversed);
            }
        }

        /// <summary>The last two dimensions exchanged.</summary>
        public Tensor mT => TransposeLast.Call(this);

        /// <summary>The last two dimensions exchanged, complex numbers conjugated.</summary>
        public Tensor mH => Adjoint.Call(this);

        /// <summary>A matrix transposed, complex numbers conjugated.</summary>
        public Tensor H => is_complex() ? Adjoint.Call(this) : transpose(0, 1);

        /// <summary>The same memory in another shape; one length may be -1.</summary>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">The shape does not fit the number of elements or the strides.</exception>
        public Tensor view(params long[] shape) => View.Call(this, shape);

        public Tensor view_as(Tensor other) => View.Call(this, other.shape);

        /// <summary>Like <see cref="view"/>, with a copy where the strides demand one.</summary>
        public Tensor reshape(params long[] shape) => Reshape.Call(this, shape);

        /// <summary>The dimensions from one to another, both included, made one.</summary>
        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Flatten.Call(this, start_dim, end_dim);

        /// <summary>One dimension made several; one length may be -1.</summary>
        public Tensor unflatten(long dim, params long[] sizes) => Unflatten.Call(this, dim, sizes);

        public Tensor unflatten(long dim, Size sizes) => Unflatten.Call(this, dim, sizes.Shape);

        public Tensor ravel() => Ravel.Call(this);

        /// <summary>Without the given dimension if its length is 1, or without all such dimensions.</summary>
        public Tensor squeeze(long? dim = null) => dim is long one ? SqueezeOne.Call(this, one) : SqueezeAll.Call(this);

        public Tensor squeeze_(long? dim = null)
        {
            if (dim is long one)
            {
                SqueezeOneInPlace.Run(this, one);
            }
            else
            {
                SqueezeAllInPlace.Run(this);
            }

            return this;
        }

        public Tensor unsqueeze(long dim) => Unsqueeze.Call(this, dim);

        public Tensor unsqueeze_(long dim)
        {
            UnsqueezeInPlace.Run(this, dim);
            return this;
        }

        /// <summary>The dimensions in another order.</summary>
        public Tensor permute(params long[] permutation) => Permute.Call(this, permutation);

        public Tensor permute(IEnumerable<long> permutation) => Permute.Call(this, permutation.ToArray());

        public Tensor transpose(long dim0, long dim1) => Transpose.Call(this, dim0, dim1);

        public Tensor transpose_(long dim0, long dim1)
        {
            TransposeInPlace.Run(this, dim0, dim1);
            return this;
        }

        public Tensor swapaxes(long dim0, long dim1) => Transpose.Call(this, dim0, dim1);

        public Tensor swapdims(long dim0, long dim1) => Transpose.Call(this, dim0, dim1);

        /// <summary>A matrix transposed; a vector as it is.</summary>
        public Tensor t() => TransposeMatrix.Call(this);

        public Tensor adjoint() => Adjoint.Call(this);

        public Tensor movedim(long[] source, long[] destination) => Movedim.Call(this, source, destination);

        public Tensor moveaxis(long[] source, long[] destination) => Movedim.Call(this, source, destination);

        public Tensor atleast_1d() => AtLeast1d.Call(this);

        public Tensor atleast_2d() => AtLeast2d.Call(this);

        public Tensor atleast_3d() => AtLeast3d.Call(this);

        /// <summary>The same memory under any sizes and strides, in elements.</summary>
        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0) => AsStrided.Call(this, size, strides, storageOffset);

        /// <summary>All windows of one length along a dimension; the windows' elements become the last dimension.</summary>
        public Tensor unfold(long dimension, long size, long step) => Unfold.Call(this, dimension, size, step);
    }
}
