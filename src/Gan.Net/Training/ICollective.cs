using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// The processes that train one game together, each on its own share of the data. Every process makes the same calls in the same order. A collective for one
/// process, <see cref="SingleProcess"/>, is the default.
/// </summary>
public interface ICollective
{
    /// <summary>The number of this process, from 0.</summary>
    int Rank { get; }

    /// <summary>The number of processes, at least 1.</summary>
    int Size { get; }

    /// <summary>Replaces a contiguous float32 tensor by the sum of the processes' tensors of this shape, in place.</summary>
    /// <param name="values">The tensor.</param>
    void Sum(Tensor values);

    /// <summary>Replaces a contiguous tensor by that of process 0, in place.</summary>
    /// <param name="values">The tensor.</param>
    void Broadcast(Tensor values);

    /// <summary>Whether the flag is true in at least one process.</summary>
    /// <param name="flag">This process's flag.</param>
    bool Any(bool flag);
}
