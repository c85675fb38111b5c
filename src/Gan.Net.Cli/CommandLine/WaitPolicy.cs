using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Gan.Net.Cli.CommandLine;

/// <summary>
/// How long the engine's threads spin before they sleep, on Linux. libgomp's own choice, for ever, makes each operation wait for the scheduler
/// where other programs use the cores; docs/decisions/0003-openmp-waits.md has the figures.
/// </summary>
internal static class WaitPolicy
{
    /// <summary>The variable that libgomp reads as it is loaded.</summary>
    public const string Variable = "GOMP_SPINCOUNT";

    private const string Standard = "OMP_WAIT_POLICY";
    private const string LoadFile = "/proc/loadavg";
    private const int SpinsWhenIdle = 1000;

    /// <summary>What holds, for people.</summary>
    public static string Description { get; private set; } = "the engine's own";

    /// <summary>Chooses, unless the user did. Call it before the engine is loaded.</summary>
    public static void Choose()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        foreach (var name in new[] { Variable, Standard })
        {
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } chosen)
            {
                Description = $"{name}={chosen}, as set";
                return;
            }
        }

        var (spins, why) = For(File.Exists(LoadFile) ? File.ReadAllText(LoadFile) : "", Environment.ProcessorCount);
        var value = spins.ToString(CultureInfo.InvariantCulture);
        if (SetVariable(Native(Variable), Native(value), overwrite: 0) == 0)
        {
            Description = $"{Variable}={value}, chosen by gan-net because {why}";
        }
    }

    /// <summary>How often to look before sleeping: some when the cores are idle, never when they are not.</summary>
    /// <param name="load">What the system says: "0.31 0.20 0.11 1/128 4711".</param>
    /// <param name="cores">Cores of this machine.</param>
    internal static (int Spins, string Why) For(string load, int cores) =>
        double.TryParse(load.Split(' ')[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var average) && average < cores / 2.0
            ? (SpinsWhenIdle, "the cores are idle")
            : (0, "other programs use the cores");

    private static byte[] Native(string text) => Encoding.ASCII.GetBytes(text + "\0");

    // .NET's own copy of the environment does not reach native libraries.
    [DllImport("libc", EntryPoint = "setenv")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetVariable(byte[] name, byte[] value, int overwrite);
}
