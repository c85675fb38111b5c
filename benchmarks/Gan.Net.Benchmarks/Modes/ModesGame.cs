using Gan.Net.Data;

namespace Gan.Net.Benchmarks.Modes;

/// <summary>Data of PacGAN's two-dimensional experiments, 100,000 fixed samples of it to train on.</summary>
internal sealed record ModesGame
{
    /// <summary>The training samples.</summary>
    public const int SetSize = 100_000;

    /// <summary>Eight modes on a circle of radius 1, deviation 0.01.</summary>
    public static ModesGame Ring { get; } = new() { Name = "ring", Modes = 8, Reach = 1.5, Deviation = Math.Sqrt(0.5), Draw = options => new RingSource(RingOptions.PacGan, options) };

    /// <summary>Twenty-five modes 2 apart, deviation 0.05.</summary>
    public static ModesGame Grid { get; } = new() { Name = "grid", Modes = 25, Reach = 6, Deviation = Math.Sqrt(8), Draw = options => new GridSource(GridOptions.PacGan, options) };

    /// <summary>Both.</summary>
    public static IReadOnlyList<ModesGame> All { get; } = [Ring, Grid];

    public required string Name { get; init; }

    public required int Modes { get; init; }

    /// <summary>The largest coordinate a generator can reach.</summary>
    public required double Reach { get; init; }

    /// <summary>Deviation of a coordinate over all modes; that of a mode adds next to nothing.</summary>
    public required double Deviation { get; init; }

    /// <summary>The distribution, drawn from anew.</summary>
    public required Func<DrawOptions, GaussianMixtureSource> Draw { get; init; }

    /// <summary>Shuffled batches of the fixed samples.</summary>
    public BatchSource Training(int batchSize, long seed)
    {
        using var distribution = Draw(new DrawOptions { Seed = seed });
        return new BatchSource(distribution.CreateSet(SetSize), new BatchSourceOptions { BatchSize = batchSize, Seed = seed });
    }
}
