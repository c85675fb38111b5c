namespace Gan.Net.Benchmarks.Stacked;

/// <summary>What all rows have in common.</summary>
internal sealed record StackedBudget
{
    /// <summary>PacGAN's: 50 epochs of 128,000 stacks in batches of 64. Hours on a GPU.</summary>
    public static StackedBudget Full { get; } = new() { Name = "full", Rounds = 100_000, Width = 64 };

    /// <summary>Minutes on two cores: half the width and a fortieth of the rounds. It shows how a training begins, not where it ends.</summary>
    public static StackedBudget Quick { get; } = new() { Name = "--quick", Rounds = 2500, Width = 32 };

    public required string Name { get; init; }

    public required int Rounds { get; init; }

    /// <summary>Channels of the stage next to the picture, in both nets.</summary>
    public required int Width { get; init; }

    /// <summary>Training stacks.</summary>
    public int Stacks { get; init; } = 128_000;

    /// <summary>Logits of real pictures in a discriminator step.</summary>
    public int Batch { get; init; } = 64;

    /// <summary>Pictures judged.</summary>
    public int Judged { get; init; } = 26_000;
}
