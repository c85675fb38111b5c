using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator Matmul = new("matmul");
        private static readonly Operator Mm = new("mm");
        private static readonly Operator Mv = new("mv");
        private static readonly Operator Bmm = new("bmm");
        private static readonly Operator Dot = new("dot");
        private static readonly Operator Vdot = new("vdot");
        private static readonly Operator Tensordot = new("tensordot");
        private static readonly Operator Outer = new("outer");
        private static readonly Operator Inner = new("inner");
        private static readonly Operator Addmm = new("addmm");
        private static readonly Operator AddmmInPlace = new("addmm_");
        private static readonly Operator Addmv = new("addmv");
        private static readonly Operator AddmvInPlace = new("addmv_");
        private static readonly Operator Addr = new("addr");
        private static readonly Operator AddrInPlace = new("addr_");
        private static readonly Operator Addbmm = new("addbmm");
        private static readonly Operator AddbmmInPlace = new("addbmm_");
        private static readonly Operator Baddbmm = new("baddbmm");
        private static readonly Operator Kron = new("kron");

        public Tensor matmul(Tensor target) => Matmul.Call(this, target);

        public Tensor mm(Tensor target) => Mm.Call(this, target);

        public Tensor mv(Tensor target) => Mv.Call(this, target);

        public Tensor bmm(Tensor batch2) => Bmm.Call(this, batch2);

        /// <exception cref="InvalidOperationException">The two are not vectors of the same length.</exception>
        public Tensor dot(Tensor target) => AreVectorsOfOneLength(this, target)
            ? Dot.Call(this, target)
            : throw new InvalidOperationException("dot arguments must have the same shape.");

        /// <exception cref="InvalidOperationException">The two are not vectors of the same length.</exception>
        public Tensor vdot(Tensor target) => AreVectorsOfOneLength(this, target)
            ? Vdot.Call(this, target)
            : throw new InvalidOperationException("vdot arguments must have the same shape.");

        public Tensor outer(Tensor vec2) => Outer.Call(this, vec2);

        public Tensor ger(Tensor vec2) => outer(vec2);

        public Tensor inner(Tensor vec2) => Inner.Call(this, vec2);

        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => Addmm.Call(this, mat1, mat2, beta, alpha);

        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => AddmmInPlace.Run(this, mat1, mat2, beta, alpha);

        public Tensor addmv(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) => Addmv.Call(this, mat, vec, beta, alpha);

        public Tensor addmv_(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) => AddmvInPlace.Run(this, mat, vec, beta, alpha);

        public Tensor addr(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) => Addr.Call(this, vec1, vec2, beta, alpha);

        public Tensor addr_(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) => AddrInPlace.Run(this, vec1, vec2, beta, alpha);

        public Tensor addbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            Addbmm.Call(this, batch1, batch2, beta, alpha);

        public Tensor addbmm_(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            AddbmmInPlace.Run(this, batch1, batch2, beta, alpha);

        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            Baddbmm.Call(this, batch1, batch2, beta, alpha);

        public Tensor kron(Tensor other) => Kron.Call(this, other);

        /// <summary>The sum of products over this tensor's last <paramref name="dims"/> dimensions and the other's first ones.</summary>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="dims"/> is negative.</exception>
        public Tensor tensordot(Tensor b, long dims = 2)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(dims);
            var last = new long[dims];
            var first = new long[dims];
            for (var i = 0; i < dims; i++)
            {
                last[i] = i - dims;
                first[i] = i;
            }

            return tensordot(b, last, first);
        }

        public Tensor tensordot(Tensor b, long[] dims1, long[] dims2) => Tensordot.Call(this, b, dims1, dims2);

        public Tensor tensordot(Tensor b, (long, long)[] dims) =>
            tensordot(b, Array.ConvertAll(dims, pair => pair.Item1), Array.ConvertAll(dims, pair => pair.Item2));

        private static bool AreVectorsOfOneLength(Tensor left, Tensor right) =>
            left.ndim == 1 && right.ndim == 1 && left.NumberOfElements == right.NumberOfElements;
    }
}
