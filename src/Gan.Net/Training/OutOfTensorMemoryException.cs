using System.Runtime.InteropServices;

namespace Gan.Net.Training;

/// <summary>
/// The engine found no memory for a tensor. The trainer is as it was after its last step, and everything the failed one held is free:
/// a smaller batch, or a source of smaller batches, can go on. Only when the optimizer itself ran out, in the midst of its update, a
/// player's optimizer may be ahead of its weights; go on from a checkpoint then.
/// </summary>
public sealed class OutOfTensorMemoryException : Exception
{
    internal OutOfTensorMemoryException(long round, string device, Exception innerException)
        : base(
            FormattableString.Invariant($"Round {round} ran out of memory on {device}. The trainer is as it was after its last step; go on with smaller batches. ")
            + $"({innerException.Message.Trim().Split('\n', 2)[0].TrimEnd()})",
            innerException)
    {
        Round = round;
        Device = device;
    }

    /// <summary>
    /// Whether an error of the engine tells of a lack of memory. Training says so by this exception; what else calls the engine, such as
    /// making a network, gets the engine's own.
    /// </summary>
    /// <param name="error">The engine's error.</param>
    public static bool IsToldBy(ExternalException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return EngineMemory.IsExhausted(error);
    }

    /// <summary>The round that was not finished, from 1.</summary>
    public long Round { get; }

    /// <summary>Where the game is played.</summary>
    public string Device { get; }
}
