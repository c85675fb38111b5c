namespace Gan.Net.IO;

/// <summary>
/// Writes a file so that its name always stands for a whole one: the content goes to a temporary file in the same folder, is
/// flushed to the disk, and takes the name in one step. Whoever is stopped in between leaves the old file as it was.
/// </summary>
public sealed class AtomicFile : IDisposable
{
    private readonly IFileSystem _disk;
    private readonly string _temporary;
    private readonly Stream _stream;
    private bool _finished;

    /// <summary>Starts a new content for <paramref name="path"/>; folders that are missing are made.</summary>
    /// <exception cref="IOException">The temporary file cannot be made.</exception>
    public AtomicFile(string path)
        : this(path, Disk.Instance)
    {
    }

    internal AtomicFile(string path, IFileSystem disk)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _disk = disk;
        Path = System.IO.Path.GetFullPath(path);
        var folder = System.IO.Path.GetDirectoryName(Path) ?? throw new ArgumentException($"'{path}' names a folder.", nameof(path));
        Folders.Make(disk, folder);
        _temporary = System.IO.Path.Combine(folder, $".{System.IO.Path.GetFileName(Path)}.{Guid.NewGuid():N}.tmp");
        _stream = disk.CreateFile(_temporary);
    }

    /// <summary>The absolute path of the file to be.</summary>
    public string Path { get; }

    /// <summary>Takes the content. Belongs to this object.</summary>
    public Stream Stream => _stream;

    /// <summary>Writes a file in one go.</summary>
    /// <param name="path">The file; replaced if it is there.</param>
    /// <param name="write">Writes the content. If it throws, nothing happens to the file.</param>
    /// <exception cref="IOException">The disk is full, or the file cannot be replaced.</exception>
    public static void Write(string path, Action<Stream> write) => Write(path, write, Disk.Instance);

    internal static void Write(string path, Action<Stream> write, IFileSystem disk)
    {
        ArgumentNullException.ThrowIfNull(write);
        using var file = new AtomicFile(path, disk);
        write(file.Stream);
        file.Commit();
    }

    /// <summary>Gives the content its name. Call once, after everything was written; without it, <see cref="Dispose"/> discards the content.</summary>
    /// <exception cref="IOException">The disk is full, or the file cannot be replaced.</exception>
    public void Commit()
    {
        ObjectDisposedException.ThrowIf(_finished, this);
        _disk.FlushFile(_stream);
        _stream.Dispose();
        _disk.MoveFile(_temporary, Path);
        _finished = true;
        _disk.FlushFolder(System.IO.Path.GetDirectoryName(Path)!);
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
            _disk.DeleteFile(_temporary);
        }
    }
}
