using Gan.Net.LibTorch.Interop;

namespace TorchSharp.Modules;

/// <summary>Makes several dimensions of one.</summary>
public sealed class Unflatten : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    private static readonly Operator UnflattenInt = new("unflatten", "int");

    internal Unflatten(long dim, long[] unflattened_size)
        : base(nameof(Unflatten))
    {
        this.dim = dim;
        this.unflattened_size = unflattened_size;
    }

    public long dim { get; set; }

    public long[] unflattened_size { get; set; }

    public override torch.Tensor forward(torch.Tensor tensor) => UnflattenInt.Call(tensor, dim, unflattened_size);
}
