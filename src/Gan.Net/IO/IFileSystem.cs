namespace Gan.Net.IO;

/// <summary>
/// What saving asks of a disk, so that tests can make each call fail, tear a write or lose what was not flushed. The one of this
/// machine is <see cref="Disk"/>. Failures are <see cref="IOException"/> and <see cref="UnauthorizedAccessException"/>.
/// </summary>
internal interface IFileSystem
{
    /// <summary>Whether there is such a folder.</summary>
    bool FolderExists(string path);

    /// <summary>The paths of the folders inside a folder.</summary>
    IReadOnlyList<string> FoldersIn(string path);

    /// <summary>Makes a folder whose parent is there.</summary>
    void CreateFolder(string path);

    /// <summary>Makes a file that is not there yet, to be written from its start. What is written lives in memory until it is flushed.</summary>
    Stream CreateFile(string path);

    /// <summary>Opens a file for reading.</summary>
    Stream OpenFile(string path);

    /// <summary>Puts on the disk what was written to a file made by <see cref="CreateFile"/>.</summary>
    void FlushFile(Stream file);

    /// <summary>Puts on the disk which names a folder holds: files made in it, moved into it, gone from it.</summary>
    void FlushFolder(string path);

    /// <summary>Gives a file another name in the same folder, in one step, replacing what has that name.</summary>
    void MoveFile(string from, string to);

    /// <summary>Gives a folder another name beside it, in one step. Fails if something has that name.</summary>
    void MoveFolder(string from, string to);

    /// <summary>Deletes a file; nothing happens if there is none.</summary>
    void DeleteFile(string path);

    /// <summary>Deletes a folder with all inside.</summary>
    void DeleteFolder(string path);
}
