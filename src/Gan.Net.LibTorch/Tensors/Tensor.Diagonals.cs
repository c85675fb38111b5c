using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    private static readonly Operator BlockDiagonal = new("block_diag");
    private static readonly Operator TrilIndices = new("tril_indices");
    private static readonly Operator TriuIndices = new("triu_indices");

    public partial class Tensor
    {
        private static readonly Operator Diag = new("diag");
        private static readonly Operator Diagonal = new("diagonal");
        private static readonly Operator DiagEmbed = new("diag_embed");
        private static readonly Operator Diagflat = new("diagflat");
        private static readonly Operator Tril = new("tril");
        private static readonly Operator TrilInPlace = new("tril_");
        private static readonly Operator Triu = new("triu");
        private static readonly Operator TriuInPlace = new("triu_");
        private static readonly Operator Trace = new("trace");

        /// <summary>A matrix with all the tensors along its diagonal.</summary>
        public static Tensor block_diag(params Tensor[] tensors) => BlockDiagonal.Call(tensors);

        /// <summary>A matrix's diagonal, or a matrix with the vector on its diagonal.</summary>
        public Tensor diag(long diagonal = 0) => Diag.Call(this, diagonal);

        /// <summary>A view of the diagonal of two dimensions, which becomes the last one.</summary>
        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1) => Diagonal.Call(this, offset, dim1, dim2);

        /// <summary>Matrices with the last dimension on their diagonals.</summary>
        public Tensor diag_embed(long offset = 0, long dim1 = -2, long dim2 = -1) => DiagEmbed.Call(this, offset, dim1, dim2);

        public Tensor diagflat(long offset = 0) => Diagflat.Call(this, offset);

        /// <summary>A copy with zeros above a diagonal.</summary>
        public Tensor tril(long diagonal = 0) => Tril.Call(this, diagonal);

        public Tensor tril_(long diagonal = 0)
        {
            TrilInPlace.Run(this, diagonal);
            return this;
        }

        /// <summary>A copy with zeros below a diagonal.</summary>
        public Tensor triu(long diagonal = 0) => Triu.Call(this, diagonal);

        public Tensor triu_(long diagonal = 0)
        {
            TriuInPlace.Run(this, diagonal);
            return this;
        }

        /// <summary>The sum of a matrix's diagonal.</summary>
        public Tensor trace() => Trace.Call(this);
    }

    public static Tensor block_diag(params Tensor[] tensors) => BlockDiagonal.Call(tensors);

    public static Tensor diag(Tensor input, long diagonal = 0) => input.diag(diagonal);

    public static Tensor diagonal(Tensor input, long offset = 0, long dim1 = 0, long dim2 = 1) => input.diagonal(offset, dim1, dim2);

    public static Tensor diag_embed(Tensor input, long offset = 0, long dim1 = -2, long dim2 = -1) => input.diag_embed(offset, dim1, dim2);

    public static Tensor diagflat(Tensor input, long offset = 0) => input.diagflat(offset);

    public static Tensor tril(Tensor input, long diagonal = 0) => input.tril(diagonal);

    public static Tensor tril_(Tensor input, long diagonal = 0) => input.tril_(diagonal);

    public static Tensor triu(Tensor input, long diagonal = 0) => input.triu(diagonal);

    public static Tensor triu_(Tensor input, long diagonal = 0) => input.triu_(diagonal);

    public static Tensor trace(Tensor input) => input.trace();

    /// <summary>Row and column numbers, <c>[2, count]</c>, of the elements on and below a diagonal.</summary>
    public static Tensor tril_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        TrilIndices.Call(row, col, offset, dtype, Argument.Default, device ?? CPU);

    /// <summary>Row and column numbers, <c>[2, count]</c>, of the elements on and above a diagonal.</summary>
    public static Tensor triu_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        TriuIndices.Call(row, col, offset, dtype, Argument.Default, device ?? CPU);
}
