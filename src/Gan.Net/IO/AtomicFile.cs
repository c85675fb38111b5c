namespace Gan.Net.IO;

/// <summary>
/// Writes a file so that its name always stands for a whole one: the content goes to a temporary file in the same folder, is
/// flushed to the disk, and takes the name in one step. Whoever is stopped in between leaves the old file as it was.
/// </summary>
public sealed class AtomicFile : IDisposable
{
    private readonly string _temporary;
    private readonly FileStream _stream;
    private bool _finished;

    /// <summary>Starts a new content for <paramref name="path"/>; folders that are missing are made.</summary>
    /// <exception cref="IOException">The temporary file cannot be made.</exception>
    public AtomicFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Path = System.IO.Path.GetFullPath(path);
        var folder = System.IO.Path.GetDirectoryName(Path) ?? throw new ArgumentException($"'{path}' names a folder.", nameof(path));
        Directory.CreateDirectory(folder);
        _temporary = System.IO.Path.Combine(folder, $".{System.IO.Path.GetFileName(Path)}.{Guid.NewGuid():N}.tmp");
        _stream = new FileStream(_temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16);
    }

    /// <summary>The absolute path of the file to be.</summary>
    public string Path { get; }

    /// <summary>Takes the content. Belongs to this object.</summary>
    public Stream Stream => _stream;

    /// <summary>Writes a file in one go.</summary>
    /// <param name="path">The file; replaced if it is there.</param>
    /// <param name="write">Writes the content. If it throws, nothing happens to the file.</param>
    /// <exception cref="IOException">The disk is full, or the file cannot be replaced.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        using var file = new AtomicFile(path);
        write(file.Stream);
        file.Commit();
    }

    /// <summary>Gives the content its name. Call once, after everything was written; without it, <see cref="Dispose"/> discards the content.</summary>
    /// <exception cref="IOException">The disk is full, or the file cannot be replaced.</exception>
    public void Commit()
    {
        ObjectDisposedException.ThrowIf(_finished, this);
        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
        File.Move(_temporary, Path, overwrite: true);
        _finished = true;
        FolderFlush.ToDisk(System.IO.Path.GetDirectoryName(Path)!);
    }

    /// <summary>Discards the content unless it was committed.</summary>
    public void Dispose()
    {
        if (_finished)
        {
            return;
        }

        _finished = true;
        try
        {
            _stream.Dispose();
        }
        finally
        {
            File.Delete(_temporary);
        }
    }
}
