namespace TorchSharp.Modules;

/// <summary>Instance normalisation of <c>[N, C, H, W]</c> or <c>[C, H, W]</c>.</summary>
public sealed class InstanceNorm2d : InstanceNorm
{
    internal InstanceNorm2d(
        long num_features, double eps, double momentum, bool affine, bool track_running_stats, torch.Device? device, torch.ScalarType? dtype)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(InstanceNorm2d))
    {
    }

    protected override long GetNumberOfBatchDimensions() => 3;

    protected override void ValidateInputDimensions(torch.Tensor input)
    {
        if (input.ndim is not (3 or 4))
        {
            throw new ArgumentException($"expected 3D or 4D input, but got {input.ndim}D input.");
        }
    }
}
