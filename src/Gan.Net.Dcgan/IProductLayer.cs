using TorchSharp.Modules;

namespace Gan.Net.Dcgan;

/// <summary>A convolution computed as one matrix product.</summary>
internal interface IProductLayer
{
    /// <summary>The kernel.</summary>
    Parameter Weight { get; }
}
