using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator SplitEvery = new("split", "Tensor");
        private static readonly Operator SplitSizes = new("split_with_sizes");
        private static readonly Operator Chunk = new("chunk");
        private static readonly Operator Unbind = new("unbind", "int");
        private static readonly Operator TensorSplitSections = new("tensor_split", "sections");
        private static readonly Operator TensorSplitIndices = new("tensor_split", "indices");
        private static readonly Operator TensorSplitByTensor = new("tensor_split", "tensor_indices_or_sections");
        private static readonly Operator HsplitSections = new("hsplit", "int");
        private static readonly Operator HsplitIndices = new("hsplit", "array");
        private static readonly Operator VsplitSections = new("vsplit", "int");
        private static readonly Operator VsplitIndices = new("vsplit", "array");
        private static readonly Operator DsplitSections = new("dsplit", "int");
        private static readonly Operator DsplitIndices = new("dsplit", "array");

        /// <summary>Views of <paramref name="size"/> slices each, the last one possibly shorter.</summary>
        public Tensor[] split(long size, int dim = 0) => SplitEvery.CallList(this, size, dim);

        /// <summary>Views of the given lengths.</summary>
        public Tensor[] split(long[] sizes, long dim = 0) => SplitSizes.CallList(this, sizes, dim);

        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) => SplitSizes.CallList(this, sizes.ToArray(), dim);

        public Tensor[] split(params long[] sizes) => SplitSizes.CallList(this, sizes);

        /// <summary>At most <paramref name="chunks"/> views of equal length, the last one possibly shorter.</summary>
        public Tensor[] chunk(long chunks, long dim = 0) => Chunk.CallList(this, chunks, dim);

        /// <summary>A view of each slice of a dimension, which is dropped.</summary>
        public Tensor[] unbind(long dimension = 0) => Unbind.CallList(this, dimension);

        /// <summary>Exactly <paramref name="size"/> views, the first ones longer by one where it does not come out even.</summary>
        public Tensor[] tensor_split(long size, long dim = 0) => TensorSplitSections.CallList(this, size, dim);

        /// <summary>Views cut at the given positions.</summary>
        public Tensor[] tensor_split(long[] sizes, long dim = 0) => TensorSplitIndices.CallList(this, sizes, dim);

        public Tensor[] tensor_split(Tensor indices, long dim = 0) => TensorSplitByTensor.CallList(this, indices, dim);

        public Tensor[] hsplit(long size) => HsplitSections.CallList(this, size);

        public Tensor[] hsplit(params long[] sizes) => HsplitIndices.CallList(this, sizes);

        public Tensor[] hsplit(Tensor indices) => tensor_split(indices, 1);

        public Tensor[] vsplit(long size) => VsplitSections.CallList(this, size);

        public Tensor[] vsplit(params long[] sizes) => VsplitIndices.CallList(this, sizes);

        public Tensor[] vsplit(Tensor indices) => tensor_split(indices, 0);

        public Tensor[] dsplit(long size) => DsplitSections.CallList(this, size);

        public Tensor[] dsplit(params long[] sizes) => DsplitIndices.CallList(this, sizes);

        public Tensor[] dsplit(Tensor indices) => tensor_split(indices, 2);

        public Tensor[] dsplit((long, long) indices_or_sections) =>
            DsplitIndices.CallList(this, (long[])[indices_or_sections.Item1, indices_or_sections.Item2]);

        public Tensor[] dsplit((long, long, long) indices_or_sections) =>
            DsplitIndices.CallList(this, (long[])[indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3]);
    }

    public static Tensor[] split(Tensor tensor, long[] split_size_or_sections, long dim = 0) => tensor.split(split_size_or_sections, dim);

    public static Tensor[] chunk(Tensor input, long chunks, long dim = 0) => input.chunk(chunks, dim);

    public static Tensor[] unbind(Tensor input, long dim = 0) => input.unbind(dim);

    public static Tensor[] unbind(Tensor tensor, int dim = 0) => tensor.unbind(dim);

    public static Tensor[] tensor_split(Tensor input, long indices_or_sections, long dim = 0) => input.tensor_split(indices_or_sections, dim);

    public static Tensor[] tensor_split(Tensor input, long[] indices_or_sections, long dim = 0) => input.tensor_split(indices_or_sections, dim);

    public static Tensor[] tensor_split(Tensor input, Tensor indices_or_sections, long dim = 0) => input.tensor_split(indices_or_sections, dim);

    public static Tensor[] hsplit(Tensor input, long indices_or_sections) => input.hsplit(indices_or_sections);

    public static Tensor[] hsplit(Tensor input, long[] indices_or_sections) => input.hsplit(indices_or_sections);

    public static Tensor[] hsplit(Tensor input, Tensor indices_or_sections) => input.hsplit(indices_or_sections);

    public static Tensor[] vsplit(Tensor input, long[] indices_or_sections) => input.vsplit(indices_or_sections);

    public static Tensor[] dsplit(Tensor input, long size) => input.dsplit(size);

    public static Tensor[] dsplit(Tensor input, long[] indices_or_sections) => input.dsplit(indices_or_sections);

    public static Tensor[] dsplit(Tensor input, Tensor indices_or_sections) => input.dsplit(indices_or_sections);
}
