using Gan.Net.LibTorch.Interop;

namespace TorchSharp.Modules;

/// <summary>Makes one dimension of those from <c>start_dim</c> to <c>end_dim</c>.</summary>
public sealed class Flatten : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    private static readonly Operator FlattenInts = new("flatten", "using_ints");

    internal Flatten(long start_dim, long end_dim)
        : base(nameof(Flatten))
    {
        this.start_dim = start_dim;
        this.end_dim = end_dim;
    }

    public long start_dim { get; set; }

    public long end_dim { get; set; }

    public override torch.Tensor forward(torch.Tensor input) => FlattenInts.Call(input, start_dim, end_dim);
}
