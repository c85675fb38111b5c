namespace Gan.Net.Tests.Support;

/// <summary>Keeps what is reported, at once and on the reporting thread, unlike <see cref="Progress{T}"/>.</summary>
internal sealed class RecordingProgress<T> : IProgress<T>
{
    public List<T> Values { get; } = [];

    public void Report(T value) => Values.Add(value);
}
