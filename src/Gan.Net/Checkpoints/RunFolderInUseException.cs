namespace Gan.Net.Checkpoints;

/// <summary>Another process, or another part of this one, trains in this folder.</summary>
public sealed class RunFolderInUseException : IOException
{
    /// <summary>Names the holder.</summary>
    public RunFolderInUseException(string folder, string holder)
        : base($"The folder '{folder}' is in use by {holder}. Wait for its end, or choose another folder.")
    {
        Folder = folder;
        Holder = holder;
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>Who holds it, as "process 1234 on host".</summary>
    public string Holder { get; }
}
