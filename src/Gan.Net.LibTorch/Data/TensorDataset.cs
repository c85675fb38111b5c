using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Tensors of equal first lengths; a sample is one row of each. Keeps the tensors' memory until disposed.</summary>
    public class TensorDataset : torch.utils.data.IterableDataset
    {
        private readonly Tensor[] tensors;

        internal TensorDataset(Tensor[] tensors)
        {
            if (tensors is null or [])
            {
                throw new ArgumentNullException(nameof(tensors));
            }

            if (tensors.Any(tensor => tensor.shape[0] != tensors[0].shape[0]))
            {
                var lengths = string.Join(", ", tensors.Select(tensor => tensor.shape[0]));
                throw new ArgumentException($"The tensors' first lengths are {lengths}; they must be the same.", nameof(tensors));
            }

            this.tensors = Array.ConvertAll(tensors, tensor => tensor.alias().DetachFromDisposeScope());
        }

        public override long Count => tensors[0].shape[0];

        public IList<Tensor> this[long index] => Array.ConvertAll(tensors, tensor => tensor.select(0, index)).ToList();

        public override IList<Tensor> GetTensor(long index) => this[index];

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                Array.ForEach(tensors, tensor => tensor.Dispose());
            }

            base.Dispose(disposing);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class utils
        {
            public static partial class data
            {
                public static Modules.TensorDataset TensorDataset(params Tensor[] tensors) => new(tensors);
            }
        }
    }
}
