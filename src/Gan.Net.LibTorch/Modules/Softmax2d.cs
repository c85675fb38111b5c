namespace TorchSharp.Modules;

/// <summary>The softmax over the channels of <c>[N, C, H, W]</c>.</summary>
public sealed class Softmax2d : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    internal Softmax2d()
        : base(nameof(Softmax2d))
    {
    }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.softmax2d(tensor);
}
