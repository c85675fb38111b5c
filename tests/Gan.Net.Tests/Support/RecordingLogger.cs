using Microsoft.Extensions.Logging;

namespace Gan.Net.Tests.Support;

/// <summary>Keeps each message as a reader of the log would see it.</summary>
internal sealed class RecordingLogger : ILogger
{
    public List<string> Messages { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Messages.Add($"{logLevel} {eventId.Id}: {formatter(state, exception)}");
}
