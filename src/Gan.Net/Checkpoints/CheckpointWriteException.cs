namespace Gan.Net.Checkpoints;

/// <summary>A checkpoint could not be written. The ones before it are as they were, and so is the trainer.</summary>
public sealed class CheckpointWriteException : IOException
{
    /// <summary>Names the checkpoint and what stood against it.</summary>
    public CheckpointWriteException(string path, string problem, Exception? innerException = null)
        : base($"The checkpoint '{path}' could not be written: {problem}", innerException) => Path = path;

    private CheckpointWriteException(Exception innerException, string path, string message)
        : base(message, innerException) => Path = path;

    /// <summary>The folder the checkpoint would have had.</summary>
    public string Path { get; }

    /// <summary>For a run's folder that cannot be made, cleaned or locked.</summary>
    internal static CheckpointWriteException OfFolder(string folder, Exception inner) =>
        new(inner, folder, $"The run's folder '{folder}' cannot be written: {inner.Message.TrimEnd('.')}. Choose another folder, or give yourself the right to write there.");
}
