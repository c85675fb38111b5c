using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>One process that trains alone: nothing is exchanged. Stateless, thread-safe.</summary>
public sealed record SingleProcess : ICollective
{
    /// <inheritdoc/>
    public int Rank => 0;

    /// <inheritdoc/>
    public int Size => 1;

    /// <inheritdoc/>
    public void Sum(Tensor values)
    {
    }

    /// <inheritdoc/>
    public void Broadcast(Tensor values)
    {
    }

    /// <inheritdoc/>
    public bool Any(bool flag) => flag;
}
