using static TorchSharp.torch;

namespace Gan.Net.Cli.CommandLine;

/// <summary>Where to compute, by the names on the command line.</summary>
internal static class Devices
{
    /// <exception cref="UserException">This machine has no such device.</exception>
    public static Device Named(string name) => name != "cuda" ? CPU
        : cuda.is_available() ? CUDA
        : throw new UserException("The engine finds no CUDA device on this machine; take --device cpu, or see what gan-net doctor says.");
}
