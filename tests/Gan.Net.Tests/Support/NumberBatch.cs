using static TorchSharp.torch;

namespace Gan.Net.Tests.Support;

/// <summary>A batch that is no <see cref="Batch"/>: just its number.</summary>
internal sealed class NumberBatch(long number, long size = 3) : IBatch
{
    public long Number => number;

    public bool IsDisposed { get; private set; }

    public long Size => size;

    public IReadOnlyList<Tensor> Tensors => [];

    public IBatch To(Device device) => this;

    public void Dispose() => IsDisposed = true;
}
