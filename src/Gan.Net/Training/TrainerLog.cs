using Microsoft.Extensions.Logging;

namespace Gan.Net.Training;

internal static partial class TrainerLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "{Trainer} starts at round {Round} and ends at round {Last}, on {Device}")]
    public static partial void Started(ILogger logger, string trainer, long round, long last, TorchSharp.torch.Device device);

    [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "{Trainer} ended at round {Round} after {Samples} samples (cancelled: {Cancelled})")]
    public static partial void Ended(ILogger logger, string trainer, long round, long samples, bool cancelled);

    [LoggerMessage(EventId = 3, Level = LogLevel.Warning, Message = "A step was left out. {Problem}")]
    public static partial void Skipped(ILogger logger, string problem);

    [LoggerMessage(EventId = 4, Level = LogLevel.Warning, Message = "The run went back to round {Round} and goes on with batch {Batch}. {Problem}")]
    public static partial void WentBack(ILogger logger, string problem, long round, long batch);

    [LoggerMessage(EventId = 5, Level = LogLevel.Warning, Message = "No sample has the label {Labels}, of the models' {Classes} classes: of those the generator learns nothing")]
    public static partial void ClassesWithoutSamples(ILogger logger, string labels, int classes);
}
