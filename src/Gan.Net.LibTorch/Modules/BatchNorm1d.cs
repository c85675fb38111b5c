namespace TorchSharp.Modules;

/// <summary>Batch normalisation of <c>[N, C]</c> or <c>[N, C, L]</c>.</summary>
public sealed class BatchNorm1d : BatchNorm
{
    internal BatchNorm1d(
        long num_features, double eps, double momentum, bool affine, bool track_running_stats, torch.Device? device, torch.ScalarType? dtype)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm1d))
    {
    }

    protected override void ValidateInputDimensions(torch.Tensor input)
    {
        if (input.ndim is not (2 or 3))
        {
            throw new ArgumentException($"expected 2D or 3D input, but got {input.ndim}D input.");
        }
    }
}
