namespace TorchSharp;

/// <summary>A measure of how far two values are apart.</summary>
public abstract class Loss<T1, T2, TResult> : torch.nn.Module<T1, T2, TResult>
{
    public Loss(torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
        : base("Loss") => this.reduction = reduction;

    public torch.nn.Reduction reduction { get; }
}
