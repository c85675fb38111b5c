namespace TorchSharp.Modules;

/// <summary>The largest value under a window that slides over <c>[N, C, L]</c>.</summary>
public sealed class MaxPool1d : ParameterLessModule<torch.Tensor, torch.Tensor>
{
    internal MaxPool1d(long kernel_size, long? stride, long? padding, long? dilation, bool ceil_mode)
        : base(nameof(MaxPool1d))
    {
        (this.kernel_size, this.stride, this.padding, this.dilation, this.ceil_mode) = (kernel_size, stride, padding, dilation, ceil_mode);
    }

    public long kernel_size { get; set; }

    public long? stride { get; set; }

    public long? padding { get; set; }

    public long? dilation { get; set; }

    public bool ceil_mode { get; set; }

    public override torch.Tensor forward(torch.Tensor input) =>
        torch.nn.functional.max_pool1d(input, kernel_size, stride, padding, dilation, ceil_mode);

    public (torch.Tensor Values, torch.Tensor Indices) forward_with_indices(torch.Tensor input) =>
        torch.nn.functional.max_pool1d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);
}
