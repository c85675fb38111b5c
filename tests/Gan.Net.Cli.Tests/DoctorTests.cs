using Gan.Net.Cli.Machine;
using Gan.Net.Cli.Tests.Support;

namespace Gan.Net.Cli.Tests;

public sealed class DoctorTests
{
    private static readonly MachineFacts _good = new()
    {
        Engine = "TorchSharp 0.107.0",
        LibTorch = "2.10.0",
        Blas = 100,
        Threads = 2,
        Cores = 2,
        CudaDevices = 0,
        MemoryGiB = 16,
        FreeMemoryGiB = 8,
        ThreadsChosen = null,
    };

    [Fact]
    public void Doctor_UsableMachine_DescribesItAndExitsWithZero()
    {
        using var folder = new ScratchFolder();

        var output = GanNet.Run(folder.Path, "doctor").Succeeded();

        foreach (var name in new[] { "gan-net", "engine", "libtorch", "blas", "threads", "waits", "devices", "memory" })
        {
            Assert.Contains(output.Split('\n'), line => line.StartsWith(name.PadRight(10), StringComparison.Ordinal) && line.Length > 11);
        }

        Assert.Matches(@"blas +[1-9][0-9]*\.[0-9] GFLOP/s", output);
        Assert.Matches($"threads +1 of {Environment.ProcessorCount} cores", output);
    }

    [Fact]
    public void Advice_GoodMachine_IsNone() => Assert.Empty(Advice.For(_good));

    [Fact]
    public void Advice_ThreadsLimitedByVariable_SaysWhich() => Assert.Equal(
        ["Only 1 of 2 cores are used, because OMP_NUM_THREADS is 1: unset OMP_NUM_THREADS."], Advice.For(_good with { Threads = 1, ThreadsChosen = "1" }));

    [Fact]
    public void Advice_OneThreadOfMany_SaysHowToUseAll() => Assert.Equal(
        ["Only 1 of 8 cores are used: set OMP_NUM_THREADS=8."], Advice.For(_good with { Threads = 1, Cores = 8 }));

    [Fact]
    public void Advice_MemoryNearlyFull_SaysSo() => Assert.Equal(
        ["Less than 1 GiB of memory is free: end other programs, or train with a smaller --batch."], Advice.For(_good with { FreeMemoryGiB = 0.5 }));
}
