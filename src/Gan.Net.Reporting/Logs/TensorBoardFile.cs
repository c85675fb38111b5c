using System.Globalization;
using Gan.Net.Imaging;

namespace Gan.Net.Reporting;

/// <summary>
/// An event file that TensorBoard reads: numbers, pictures and texts over steps. Each is on its way to the disk when
/// <see cref="Flush"/> returns; TensorBoard may read the file meanwhile. Owns the file until disposed. Not thread-safe.
/// Format: records framed as in TensorFlow, each an <c>Event</c> message of <c>tensorboard/compat/proto</c>.
/// </summary>
public sealed class TensorBoardFile : IDisposable
{
    private const int StringType = 7; // DT_STRING
    private const int SessionStart = 1; // SessionLog.START
    private readonly TimeProvider _clock;
    private readonly FileStream _file;

    /// <summary>Makes a new file in a folder, which is made if it is missing. Those that are there stay: TensorBoard reads them as one run.</summary>
    /// <param name="folder">The run's folder; TensorBoard's <c>--logdir</c> names it or one above.</param>
    /// <param name="clock">Says when each event was; null for the system's.</param>
    /// <exception cref="IOException">The file cannot be made.</exception>
    public TensorBoardFile(string folder, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _clock = clock ?? TimeProvider.System;
        Directory.CreateDirectory(folder);
        _file = Create(folder, _clock.GetUtcNow().ToUnixTimeSeconds());
        WriteEvent(new ProtoMessage().Double(1, Now).Text(3, "brain.Event:2"));
    }

    /// <summary>The file.</summary>
    public string Path => _file.Name;

    private double Now => (_clock.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds;

    /// <summary>Writes a number. NaN and infinity are kept; TensorBoard shows them as such.</summary>
    /// <param name="tag">Its name; what stands before a slash becomes TensorBoard's section.</param>
    /// <param name="value">The number, kept in float32.</param>
    /// <param name="step">Where it stands.</param>
    public void WriteScalar(string tag, double value, long step) => Write(tag, step, summary => summary.Float(2, (float)value));

    /// <summary>Writes a picture.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="image">Gray or RGB.</param>
    /// <param name="step">Where it stands.</param>
    public void WriteImage(string tag, PixelImage image, long step)
    {
        ArgumentNullException.ThrowIfNull(image);
        using var png = new MemoryStream();
        PictureFile.Write(image, png, PictureFormat.Png);
        var message = new ProtoMessage().Integer(1, image.Height).Integer(2, image.Width).Integer(3, image.Channels).Data(4, png.ToArray());
        Write(tag, step, summary => summary.Message(4, message));
    }

    /// <summary>Writes a text, which TensorBoard takes for Markdown.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="text">The text.</param>
    /// <param name="step">Where it stands.</param>
    public void WriteText(string tag, string text, long step)
    {
        ArgumentNullException.ThrowIfNull(text);
        var shape = new ProtoMessage().Message(2, new ProtoMessage().Integer(1, 1));
        var tensor = new ProtoMessage().Integer(1, StringType).Message(2, shape).Text(8, text);
        var plugin = new ProtoMessage().Message(1, new ProtoMessage().Text(1, "text"));
        Write(tag + "/text_summary", step, summary => summary.Message(9, plugin).Message(8, tensor));
    }

    /// <summary>Says that a run starts, or goes on, at a step: TensorBoard then forgets what earlier files of the folder say of it and later ones.</summary>
    /// <param name="step">The first step to come.</param>
    public void WriteStart(long step) => WriteEvent(new ProtoMessage().Double(1, Now).Integer(2, step).Message(7, new ProtoMessage().Integer(1, SessionStart)));

    /// <summary>Hands what was written to the operating system.</summary>
    /// <exception cref="IOException">The disk is full.</exception>
    public void Flush() => _file.Flush();

    /// <summary>Puts what was written on the disk.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    public void FlushToDisk() => _file.Flush(flushToDisk: true);

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static FileStream Create(string folder, long seconds)
    {
        for (var number = 0; ; number++)
        {
            var path = System.IO.Path.Combine(
                folder, string.Create(CultureInfo.InvariantCulture, $"events.out.tfevents.{seconds:D10}.gan-net.{Environment.ProcessId}.{number}"));
            if (!File.Exists(path))
            {
                return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
            }
        }
    }

    private void Write(string tag, long step, Action<ProtoMessage> fill)
    {
        ArgumentException.ThrowIfNullOrEmpty(tag);
        var value = new ProtoMessage().Text(1, tag);
        fill(value);
        WriteEvent(new ProtoMessage().Double(1, Now).Integer(2, step).Message(5, new ProtoMessage().Message(1, value)));
    }

    private void WriteEvent(ProtoMessage message) => RecordStream.Write(_file, message.Bytes);
}
