using Gan.Net.LibTorch.Interop;

namespace TorchSharp.Modules;

/// <summary>Normalises each channel over the batch while training, and by the running statistics afterwards.</summary>
public abstract class BatchNorm : NormBase
{
    private static readonly Operator AddNumberInPlace = new("add_", "Scalar");

    public BatchNorm(
        long num_features, double eps, double momentum, bool affine, bool track_running_stats, torch.Device? device, torch.ScalarType? dtype, string name)
        : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
    {
    }

    /// <exception cref="ArgumentException">The input has the wrong number of dimensions.</exception>
    public override torch.Tensor forward(torch.Tensor input)
    {
        ValidateInputDimensions(input);
        var inTraining = training;
        var share = momentum ?? 0;
        if (inTraining && track_running_stats && countBuffer is not null)
        {
            AddNumberInPlace.Run(countBuffer, 1L);
            share = momentum ?? 1.0 / ModuleTensors.Item(countBuffer);
        }

        var useStatistics = !inTraining || track_running_stats;
        return torch.nn.functional.batch_norm(
            input, useStatistics ? meanBuffer : null, useStatistics ? varianceBuffer : null, weightParameter, biasParameter,
            inTraining || (meanBuffer is null && varianceBuffer is null), share, eps);
    }
}
