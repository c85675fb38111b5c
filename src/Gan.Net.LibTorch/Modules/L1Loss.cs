namespace TorchSharp.Modules;

/// <summary>The absolute difference.</summary>
public sealed class L1Loss : Loss<torch.Tensor, torch.Tensor, torch.Tensor>
{
    public L1Loss(torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
        : base(reduction)
    {
    }

    public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
        torch.nn.functional.l1_loss(input, target, reduction);
}
