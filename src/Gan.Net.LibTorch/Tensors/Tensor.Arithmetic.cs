using Gan.Net.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator AddTensor = new("add", "Tensor");
        private static readonly Operator AddTensorInPlace = new("add_", "Tensor");
        private static readonly Operator EmptyMemory = new("empty", "memory_format");
        private static readonly Operator FillScalar = new("fill_", "Scalar");

        public Tensor add(Tensor target) => AddTensor.Call(this, target);

        public Tensor add_(Tensor target)
        {
            AddTensorInPlace.Run(this, target);
            return this;
        }

        public Tensor fill_(Scalar value)
        {
            FillScalar.Run(this, value);
            return this;
        }
    }
}
