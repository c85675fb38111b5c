using static TorchSharp.torch;

namespace Gan.Net;

/// <summary>What a source gives a trainer for one step. Owns its tensors: disposing the batch disposes them.</summary>
public interface IBatch : IDisposable
{
    /// <summary>The number of real samples, N. The trainer counts them.</summary>
    long Size { get; }

    /// <summary>All tensors of the batch. A checkpoint knows its data again by them.</summary>
    IReadOnlyList<Tensor> Tensors { get; }

    /// <summary>The batch on a device: itself when it is there already, else a new batch of the same type, which the caller owns.</summary>
    /// <param name="device">Where to.</param>
    IBatch To(Device device);
}
