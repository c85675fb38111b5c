namespace TorchSharp.Modules;

/// <summary>The squared difference near zero, the absolute one from <c>beta</c> on, divided by <c>beta</c>.</summary>
public sealed class SmoothL1Loss : Loss<torch.Tensor, torch.Tensor, torch.Tensor>
{
    public SmoothL1Loss(torch.nn.Reduction reduction = torch.nn.Reduction.Mean, double beta = 1)
        : base(reduction) => this.beta = beta;

    public double beta { get; }

    public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
        torch.nn.functional.smooth_l1_loss(input, target, reduction, beta);
}
