namespace Gan.Net.Cli.Training;

/// <summary>What is taken where neither the user nor a recipe said anything: settings that give a good result soon on two CPU cores.</summary>
internal sealed record UsualSettings
{
    public required int BatchSize { get; init; }

    public required double LearningRate { get; init; }

    /// <summary>Rounds for endless data.</summary>
    public long Steps { get; init; }

    /// <summary>Epochs for data in files.</summary>
    public long Epochs { get; init; }

    public static UsualSettings For(ModelKind model, DataKind data) => (model, data) switch
    {
        (_, DataKind.Ring) => new() { BatchSize = 256, LearningRate = 2e-3, Steps = 8_000 },
        (_, DataKind.Grid) => new() { BatchSize = 256, LearningRate = 2e-3, Steps = 16_000 },
        (ModelKind.Mlp, _) => new() { BatchSize = 64, LearningRate = 2e-4, Steps = 20_000, Epochs = 20 },
        _ => new() { BatchSize = 64, LearningRate = 2e-4, Steps = 3_000, Epochs = 3 },
    };
}
