namespace TorchSharp.Modules;

/// <summary>Normalises each channel of each sample by itself.</summary>
public abstract class InstanceNorm : NormBase
{
    public InstanceNorm(
        long num_features, double eps, double? momentum, bool affine, bool track_running_stats, torch.Device? device, torch.ScalarType? dtype, string name)
        : base(num_features, eps, momentum ?? 0.1, affine, track_running_stats, device, dtype, name)
    {
    }

    /// <exception cref="ArgumentException">The input has the wrong number of dimensions or channels.</exception>
    public override torch.Tensor forward(torch.Tensor input)
    {
        ValidateInputDimensions(input);
        var channelDimension = (int)(input.ndim - GetNumberOfBatchDimensions());
        var channels = input.SizeAt(channelDimension);
        if (channels != num_features)
        {
            throw new ArgumentException($"expected input's size at dim={channelDimension} to match num_features ({num_features}), but got: {channels}.");
        }

        if (channelDimension != 0)
        {
            return Normalize(input);
        }

        using var batch = ModuleTensors.Unsqueeze(input, 0);
        using var normalized = Normalize(batch);
        return ModuleTensors.Squeeze(normalized, 0);
    }

    /// <summary>The number of dimensions from the channels on.</summary>
    protected abstract long GetNumberOfBatchDimensions();

    private torch.Tensor Normalize(torch.Tensor input) => torch.nn.functional.instance_norm(
        input, meanBuffer, varianceBuffer, weightParameter, biasParameter, training || !track_running_stats, momentum ?? 0.1, eps);
}
