using System.Runtime.InteropServices;
using Gan.Net.LibTorch.Interop;

namespace Gan.Net.LibTorch;

/// <summary>What stands behind TorchSharp's names in this build, for a report to a person. Loads libtorch at the first question.</summary>
public static unsafe class Engine
{
    /// <summary>The engine's name.</summary>
    public static string Name => "Gan.Net.LibTorch";

    /// <summary>The version of libtorch that the native part was compiled against, for example <c>2.4.0</c>.</summary>
    /// <exception cref="NotSupportedException">The native part, or libtorch, was not found.</exception>
    public static string LibTorchVersion => Marshal.PtrToStringUTF8(Native.gannet_compiled_version())!;

    /// <summary>libtorch's own account of its build: compilers, mathematics libraries, CUDA. Several lines.</summary>
    /// <exception cref="NotSupportedException">The native part, or libtorch, was not found.</exception>
    public static string Configuration
    {
        get
        {
            var text = Native.gannet_config();
            try
            {
                return Marshal.PtrToStringUTF8(text) ?? "";
            }
            finally
            {
                Native.gannet_free((void*)text);
            }
        }
    }

    /// <summary>The number of threads an operator may use.</summary>
    /// <exception cref="NotSupportedException">The native part, or libtorch, was not found.</exception>
    public static int Threads => Native.gannet_threads();
}
