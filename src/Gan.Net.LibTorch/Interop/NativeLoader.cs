using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Gan.Net.LibTorch.Interop;

/// <summary>Finds and loads the native shim, and turns a missing libtorch into one clear exception.</summary>
internal static partial class NativeLoader
{
    private const string FileName = "libgannet_torch.so";

    private const int KeptBytes = 512 << 20;
    private const int HeapBlockBytes = 32 << 20;  // the most glibc takes

    private static readonly string[] MemoryVariables = ["GLIBC_TUNABLES", "MALLOC_TRIM_THRESHOLD_", "MALLOC_MMAP_THRESHOLD_", "MALLOC_TOP_PAD_"];

    private static int installed;
    private static nint loaded;

    /// <summary>Installs the resolver for this assembly; further calls do nothing.</summary>
    public static void Install()
    {
        if (Interlocked.Exchange(ref installed, 1) == 0)
        {
            NativeLibrary.SetDllImportResolver(typeof(NativeLoader).Assembly, Resolve);
        }
    }

    // Called by the runtime at the first call of every native function, not once.
    internal static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Native.Library || loaded != 0)
        {
            return name == Native.Library ? loaded : 0;
        }

        var reasons = new List<string>();
        foreach (var candidate in Candidates())
        {
            if (!File.Exists(candidate))
            {
                continue;
            }

            try
            {
                LeaveSignalsToTheRuntime();
                LoadNeeds(Path.ChangeExtension(candidate, ".needs"));
                var handle = NativeLibrary.Load(candidate);
                UseEveryCore(handle);
                KeepFreedMemory(handle);
                KeepBlocks(handle);
                return loaded = handle;
            }
            catch (DllNotFoundException failure)
            {
                reasons.Add(failure.Message.Trim());
            }
        }

        throw new NotSupportedException(Explain(reasons));
    }

    private static IEnumerable<string> Candidates()
    {
        var named = Environment.GetEnvironmentVariable("GANNET_TORCH_NATIVE");
        if (!string.IsNullOrEmpty(named))
        {
            yield return named;
        }

        string?[] folders = [AppContext.BaseDirectory, Path.GetDirectoryName(typeof(NativeLoader).Assembly.Location)];
        foreach (var folder in folders.Where(folder => !string.IsNullOrEmpty(folder)).Distinct())
        {
            yield return Path.Combine(folder!, FileName);
            yield return Path.Combine(folder!, "runtimes", RuntimeInformation.RuntimeIdentifier, "native", FileName);
            yield return Path.Combine(folder!, "runtimes", "linux-x64", "native", FileName);
        }

        foreach (var folder in ((string?)AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            yield return Path.Combine(folder, FileName);
        }
    }

    // Loads what libtorch needs before libtorch, one by one, in half the time of all at once. Whatever is missing here, loading libtorch names.
    internal static int LoadNeeds(string list) =>
        File.Exists(list) ? File.ReadAllLines(list).Count(name => NativeLibrary.TryLoad(name, out _)) : 0;

    // Debian's libtorch brings MPI's transport, UCX, which takes SIGSEGV over as it is loaded and ends the process at the first; .NET makes
    // NullReferenceException of that signal. An empty list leaves it alone. Whoever set a list keeps it.
    private static void LeaveSignalsToTheRuntime()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = SetEnvironment("UCX_ERROR_SIGNALS", "", overwrite: 0);  // libraries do not see what Environment.SetEnvironmentVariable sets
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);

    // libtorch counts physical cores; a machine with two hardware threads would get one worker.
    private static unsafe void UseEveryCore(nint library)
    {
        if (Environment.GetEnvironmentVariable("OMP_NUM_THREADS") is null or "")
        {
            ((delegate* unmanaged<int, int>)NativeLibrary.GetExport(library, "gannet_set_threads"))(Environment.ProcessorCount);
        }
    }

    // What glibc takes from these variables at start is the user's choice; see docs/design/fast-paths.md.
    private static unsafe void KeepFreedMemory(nint library)
    {
        if (!MemoryVariables.Any(name => Environment.GetEnvironmentVariable(name) is { Length: > 0 }))
        {
            ((delegate* unmanaged<int, int, void>)NativeLibrary.GetExport(library, "gannet_keep_freed_memory"))(KeptBytes, HeapBlockBytes);
        }
    }

    private static unsafe void KeepBlocks(nint library)
    {
        if (Environment.GetEnvironmentVariable("GANNET_KEEP_BLOCKS") != "0")
        {
            ((delegate* unmanaged<void>)NativeLibrary.GetExport(library, "gannet_keep_blocks"))();
        }
    }

    private static string Explain(List<string> reasons) => reasons.Count == 0
        ? $"The native part of Gan.Net.LibTorch, {FileName}, was not found beside the program. Build Gan.Net.LibTorch on this machine, or name the file in GANNET_TORCH_NATIVE."
        : $"libtorch could not be loaded. On Debian: apt-get install libtorch-dev libopenblas0-openmp; or set LIBTORCH=<folder of an unpacked libtorch> and rebuild. ({string.Join("; ", reasons)})";
}
