namespace TorchSharp.Modules;

/// <summary>Batch normalisation of <c>[N, C, D, H, W]</c>.</summary>
public sealed class BatchNorm3d : BatchNorm
{
    internal BatchNorm3d(
        long num_features, double eps, double momentum, bool affine, bool track_running_stats, torch.Device? device, torch.ScalarType? dtype)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm3d))
    {
    }

    protected override void ValidateInputDimensions(torch.Tensor input)
    {
        if (input.ndim != 5)
        {
            throw new ArgumentException($"expected 5D input, but got {input.ndim}D input.");
        }
    }
}
