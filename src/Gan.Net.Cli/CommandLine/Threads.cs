using static TorchSharp.torch;

namespace Gan.Net.Cli.CommandLine;

/// <summary>How many threads the engine computes with.</summary>
internal static class Threads
{
    /// <summary>The variable by which users choose another number.</summary>
    public const string Variable = "OMP_NUM_THREADS";

    /// <summary>What the user chose, or null.</summary>
    public static string? Chosen => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } threads ? threads : null;

    /// <summary>Uses as many as a run was begun with, unless the user chose a number: sums depend on it in their last bits.</summary>
    public static void UseAsMany(int threads)
    {
        if (Chosen is null)
        {
            Use(threads);
        }
    }

    /// <summary>Uses every core, unless the user chose a number: libtorch alone counts two hardware threads as one.</summary>
    public static void UseEveryCore()
    {
        if (Chosen is null)
        {
            Use(Environment.ProcessorCount);
        }
    }

    // Fewer than one would end the process.
#pragma warning disable RS0030
    private static void Use(int threads) => set_num_threads(Math.Max(1, threads));
#pragma warning restore RS0030
}
