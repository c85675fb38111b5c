using System.Runtime.InteropServices;

namespace Gan.Net.Cli.Training;

/// <summary>Asks whether this process was started to outlive its terminal, as nohup does it. .NET's handlers would take over such a signal.</summary>
internal static class HangUp
{
    private const int Number = 1;
    private const int LargestAction = 256;

    /// <summary>Whether SIGHUP is ignored; asked before a handler is set.</summary>
    public static bool IsIgnored()
    {
        if (OperatingSystem.IsWindows())
        {
            return false;
        }

        // The handler is the first field of the structure on Linux and macOS; 1 stands for SIG_IGN.
        var action = new byte[LargestAction];
        return GetAction(Number, IntPtr.Zero, action) == 0 && BitConverter.ToInt64(action) == 1;
    }

    [DllImport("libc", EntryPoint = "sigaction")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetAction(int signal, IntPtr change, byte[] now);
}
