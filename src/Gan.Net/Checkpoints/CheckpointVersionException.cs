namespace Gan.Net.Checkpoints;

/// <summary>A checkpoint is whole, but of a version of the format that this library does not know.</summary>
public sealed class CheckpointVersionException : Exception
{
    /// <summary>Names both versions.</summary>
    public CheckpointVersionException(string path, int found, int supported)
        : base($"{path} is a checkpoint of version {found}; this library reads up to version {supported}. Take the version of Gan.Net that wrote it, or a later one.")
    {
        Path = path;
        Found = found;
        Supported = supported;
    }

    /// <summary>The manifest.</summary>
    public string Path { get; }

    /// <summary>The checkpoint's version.</summary>
    public int Found { get; }

    /// <summary>The latest version this library reads.</summary>
    public int Supported { get; }
}
