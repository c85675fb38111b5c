namespace Gan.Net.Checkpoints;

/// <summary>A checkpoint could not be written. The ones before it are as they were, and so is the trainer.</summary>
public sealed class CheckpointWriteException : IOException
{
    /// <summary>Names the checkpoint and what stood against it.</summary>
    public CheckpointWriteException(string path, string problem, Exception? innerException = null)
        : base($"The checkpoint '{path}' could not be written: {problem}", innerException) => Path = path;

    /// <summary>The folder the checkpoint would have had.</summary>
    public string Path { get; }
}
