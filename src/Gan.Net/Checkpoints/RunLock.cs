using System.Diagnostics;
using System.Globalization;
using Gan.Net.IO;

namespace Gan.Net.Checkpoints;

/// <summary>
/// The right to write in a run's folder, held until disposed. The operating system holds it, on a file in the folder, and takes it back
/// when the process ends in whatever way. Locks of this kind may not hold on network file systems.
/// </summary>
internal sealed class RunLock : IDisposable
{
    private const string LockName = "run.lock";
    private const string HolderName = "run.lock.holder";
    private const int Looks = 20;
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(25);

    private readonly FileStream _file;
    private readonly string _holder;

    private RunLock(FileStream file, string holder)
    {
        _file = file;
        _holder = holder;
    }

    /// <summary>Takes the lock; the folder is made if it is missing.</summary>
    /// <exception cref="RunFolderInUseException">Somebody holds it; known within a second.</exception>
    /// <exception cref="IOException">The lock's file cannot be made.</exception>
    public static RunLock Take(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        folder = Path.GetFullPath(folder);
        Folders.Make(Disk.Instance, folder);
        var holder = Path.Combine(folder, HolderName);
        FileStream? file = null;
        try
        {
            file = new FileStream(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(holder, $"{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}\n{Environment.MachineName}\n");
            return new RunLock(file, holder);
        }
        catch (IOException error) when (file is null && IsHeld(error))
        {
            throw new RunFolderInUseException(folder, Holder(holder));
        }
        catch
        {
            file?.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_file.CanWrite)
        {
            return;
        }

        try
        {
            File.Delete(_holder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A name left behind harms nobody: it counts only while the lock is held.
        }

        _file.Dispose();
    }

    // EWOULDBLOCK of Linux and of macOS, and Windows' sharing violation.
    private static bool IsHeld(IOException error) => error.HResult is 11 or 35 or unchecked((int)0x8007_0020);

    // The holder writes its name after it has the lock, so for a moment there is none, or that of one that is dead.
    private static string Holder(string path)
    {
        var text = "";
        for (var look = 0; look < Looks; look++)
        {
            text = ReadOrNothing(path);
            if (text.Split('\n') is [var number, var host, ..]
                && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && (host != Environment.MachineName || IsAlive(id)))
            {
                return $"process {number} on {host}";
            }

            Thread.Sleep(_pause);
        }

        return text.Length == 0 ? "another process" : $"a process that took it from {text.ReplaceLineEndings(" ").Trim()}";
    }

    private static string ReadOrNothing(string path)
    {
        try
        {
            using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            return reader.ReadToEnd();
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static bool IsAlive(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
