using System.Runtime.InteropServices;

namespace Gan.Net.IO;

/// <summary>Makes a rename survive a power loss: on Unix that takes an fsync of the folder, which .NET does not offer.</summary>
internal static class FolderFlush
{
    private const int ReadOnly = 0;
    private const int InputOutputError = 5;
    private const int NoSpace = 28;

    /// <summary>
    /// Flushes the folder's entries. Some file systems refuse, and then the rename is as durable as they make it.
    /// </summary>
    /// <exception cref="IOException">The disk could not take them.</exception>
    public static void ToDisk(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(System.Text.Encoding.UTF8.GetBytes(folder + "\0"), ReadOnly);
        if (descriptor < 0)
        {
            return;
        }

        var error = Synchronize(descriptor) < 0 ? Marshal.GetLastPInvokeError() : 0;
        _ = Close(descriptor);
        if (error is InputOutputError or NoSpace)
        {
            throw new IOException($"The folder '{folder}' could not be flushed: {Marshal.GetPInvokeErrorMessage(error)}.");
        }
    }

    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Synchronize(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
