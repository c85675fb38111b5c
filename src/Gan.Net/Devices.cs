using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net;

/// <summary>Compares devices.</summary>
internal static class Devices
{
    /// <summary>Whether a tensor lies on a device. A CUDA device without a number is the first one.</summary>
    public static bool Holds(Device device, Tensor tensor) =>
        device.type == tensor.device_type && (device.type == DeviceType.CPU || Math.Max(0, device.index) == Math.Max(0, tensor.device_index));
}
