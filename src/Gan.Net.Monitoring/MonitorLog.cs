using Microsoft.Extensions.Logging;

namespace Gan.Net.Monitoring;

internal static partial class MonitorLog
{
    [LoggerMessage(EventId = 20, Level = LogLevel.Warning, Message = "{Kind} at round {Round} after {Samples} samples: {Sentence} What usually helps: {Remedies}")]
    public static partial void Reached(ILogger logger, VerdictKind kind, long round, long samples, string sentence, string remedies);
}
