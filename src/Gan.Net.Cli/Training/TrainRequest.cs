namespace Gan.Net.Cli.Training;

/// <summary>What the user asked of <c>gan-net train</c>. Null where they left the choice to the recipe.</summary>
internal sealed record TrainRequest
{
    public required ModelKind Model { get; init; }

    /// <summary>A recipe's name.</summary>
    public string? Recipe { get; init; }

    public required DataName Data { get; init; }

    /// <summary>The data as it was written.</summary>
    public required string DataText { get; init; }

    public string? Loss { get; init; }

    public long? Epochs { get; init; }

    public long? Steps { get; init; }

    public int? BatchSize { get; init; }

    /// <summary>Of both networks.</summary>
    public double? LearningRate { get; init; }

    public double? GeneratorRate { get; init; }

    public double? DiscriminatorRate { get; init; }

    public int? Width { get; init; }

    /// <summary>Classes of a conditional run, or 0.</summary>
    public int Classes { get; init; }

    public required long Seed { get; init; }

    public required string Device { get; init; }

    /// <summary>Whether TensorBoard events are written.</summary>
    public bool TensorBoard { get; init; }

    /// <summary>Rounds between two checkpoints.</summary>
    public long? CheckpointEvery { get; init; }

    public required string Out { get; init; }
}
