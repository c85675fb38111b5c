using Microsoft.Extensions.Logging;

namespace Gan.Net.Checkpoints;

internal static partial class CheckpointLog
{
    [LoggerMessage(EventId = 20, Level = LogLevel.Warning, Message = "No checkpoint '{Path}', the run goes on without: {Problem}")]
    public static partial void NotWritten(ILogger logger, string path, string problem);

    [LoggerMessage(EventId = 21, Level = LogLevel.Warning, Message = "Old checkpoints in '{Folder}' could not be removed: {Problem}")]
    public static partial void NotCleaned(ILogger logger, string folder, string problem);
}
