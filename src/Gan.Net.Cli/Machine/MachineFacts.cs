using Gan.Net.Cli.CommandLine;
using static TorchSharp.torch;

namespace Gan.Net.Cli.Machine;

/// <summary>What the engine finds on this machine.</summary>
internal sealed record MachineFacts
{
    public required string Engine { get; init; }

    public required string LibTorch { get; init; }

    /// <summary>GFLOP/s of a matrix product.</summary>
    public required double Blas { get; init; }

    public required int Threads { get; init; }

    public required int Cores { get; init; }

    public required int CudaDevices { get; init; }

    public required double MemoryGiB { get; init; }

    public required double FreeMemoryGiB { get; init; }

    /// <summary>The value of OMP_NUM_THREADS, or null.</summary>
    public required string? ThreadsChosen { get; init; }

    /// <summary>Looks at the machine; starts the engine and measures for about a second.</summary>
    public static MachineFacts Gather()
    {
        var (memory, free) = MachineMemory.Read();
        return new MachineFacts
        {
            Engine = Versions.Engine,
            LibTorch = Versions.LibTorch,
            Blas = BlasSpeed.Measure(),
            Threads = get_num_threads(),
            Cores = Environment.ProcessorCount,
            CudaDevices = cuda.is_available() ? cuda.device_count() : 0,
            MemoryGiB = memory,
            FreeMemoryGiB = free,
            ThreadsChosen = CommandLine.Threads.Chosen,
        };
    }
}
