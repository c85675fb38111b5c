using Gan.Net.IO;

namespace Gan.Net.Reliability.Disks;

/// <summary>Passes everything on to a disk, but for the n-th call, or all from the n-th on.</summary>
/// <param name="disk">The disk.</param>
/// <param name="fault">What happens instead.</param>
internal sealed class FaultyDisk(IFileSystem disk, Fault fault) : IFileSystem
{
    /// <summary>Calls so far, those of open files among them.</summary>
    public int Calls { get; private set; }

    /// <summary>The call that fails, from 1; 0 for none.</summary>
    public int FailsAt { get; set; }

    /// <summary>Whether all later ones fail too.</summary>
    public bool ForEver { get; set; }

    /// <summary>Calls that failed, or were cut short.</summary>
    public int Faults { get; private set; }

    public bool FolderExists(string path) => Call(() => disk.FolderExists(path));

    public IReadOnlyList<string> FoldersIn(string path) => Call(() => disk.FoldersIn(path));

    public void CreateFolder(string path) => Call(() => disk.CreateFolder(path));

    public Stream CreateFile(string path) => Call(() => new FaultyFile(this, disk.CreateFile(path)));

    public Stream OpenFile(string path) => Call(() => new FaultyFile(this, disk.OpenFile(path)));

    public void FlushFile(Stream file) => Call(() => disk.FlushFile(((FaultyFile)file).Inner));

    public void FlushFolder(string path) => Call(() => disk.FlushFolder(path));

    public void MoveFile(string from, string to) => Call(() => disk.MoveFile(from, to));

    public void MoveFolder(string from, string to) => Call(() => disk.MoveFolder(from, to));

    public void DeleteFile(string path) => Call(() => disk.DeleteFile(path));

    public void DeleteFolder(string path) => Call(() => disk.DeleteFolder(path));

    /// <summary>Counts a call; whether it is cut short.</summary>
    internal bool Falters(bool canBeShort)
    {
        Calls++;
        if (FailsAt == 0 || (ForEver ? Calls < FailsAt : Calls != FailsAt) || (fault == Fault.Short && !canBeShort))
        {
            return false;
        }

        Faults++;
        return fault == Fault.Short || (canBeShort && fault == Fault.NoSpace) ? true : throw Error();
    }

    /// <summary>What is thrown after a call that was cut short; null when nothing is said.</summary>
    internal Exception? ErrorAfterHalf() => fault == Fault.NoSpace ? Error() : null;

    private Exception Error() => fault switch
    {
        Fault.NoSpace => new IOException("No space left on device", 28),
        Fault.InputOutputError => new IOException("Input/output error", 5),
        _ => new UnauthorizedAccessException("Access is denied."),
    };

    private void Call(Action action) => Call(() =>
    {
        action();
        return true;
    });

    private T Call<T>(Func<T> action)
    {
        Falters(canBeShort: false);
        return action();
    }
}
