namespace TorchSharp.Modules;

/// <summary>The squared difference near zero, the absolute one from <c>delta</c> on.</summary>
public sealed class HuberLoss : Loss<torch.Tensor, torch.Tensor, torch.Tensor>
{
    public HuberLoss(double delta = 1, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
        : base(reduction) => this.delta = delta;

    public double delta { get; }

    public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
        torch.nn.functional.huber_loss(input, target, delta, reduction);
}
