using System.Globalization;
using Gan.Net.IO;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Checkpoints;

/// <summary>
/// The checkpoints of one run, each a folder of its own in <c>checkpoints</c> in the run's folder, named by its number and its rounds:
/// <c>000007-round-1400</c>. None is ever written over; the newest is the one with the highest number that proves whole. Holds the run's
/// folder until disposed. Not thread-safe.
/// </summary>
public sealed class RunCheckpoints : IDisposable
{
    private const string FolderName = "checkpoints";
    private const string TemporaryPrefix = ".tmp-";

    private readonly IFileSystem _disk;
    private readonly RunCheckpointsOptions _options;
    private readonly IDisposable? _lock;
    private readonly List<CheckpointEntry> _entries = [];
    private readonly List<Exception> _damages = [];
    private long _lastNumber;

    private RunCheckpoints(string folder, RunCheckpointsOptions options, IFileSystem disk, IDisposable? held)
    {
        _disk = disk;
        _options = options;
        _lock = held;
        Folder = Path.Combine(folder, FolderName);
    }

    /// <summary>The folder the checkpoints are in.</summary>
    public string Folder { get; }

    /// <summary>What was found damaged or unreadable by <see cref="FindNewest"/>, newest first.</summary>
    public IReadOnlyList<Exception> Damages => _damages;

    /// <summary>Why old checkpoints could not be removed after the last save, or null. The next save tries again.</summary>
    public Exception? CleaningFailure { get; private set; }

    /// <summary>Takes a run's folder, which is made if it is missing, and removes what a stopped process left there half written.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="options">How many are kept; null for the defaults.</param>
    /// <exception cref="RunFolderInUseException">Somebody else trains in this folder.</exception>
    /// <exception cref="ArgumentException">An option breaks a rule; the message names every one that does.</exception>
    /// <exception cref="CheckpointWriteException">The folder cannot be made or cleaned.</exception>
    /// <exception cref="CheckpointReadException">The folder cannot be read.</exception>
    public static RunCheckpoints Open(string folder, RunCheckpointsOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        options = (options ?? new RunCheckpointsOptions()).Validated();
        var held = Take(folder);
        try
        {
            return Open(folder, options, Disk.Instance, held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Saves a trainer between two rounds. Nothing of the trainer changes.</summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="source">The data it draws from.</param>
    /// <param name="score">How good the model is, lower is better; null when nobody knows.</param>
    /// <returns>The new checkpoint's folder.</returns>
    /// <exception cref="CheckpointWriteException">The disk failed; the checkpoints before are as they were.</exception>
    /// <exception cref="NonFiniteStateException">A number of the trainer's state is not finite; nothing was written.</exception>
    /// <exception cref="NotSupportedException">An optimizer does not say what it remembers.</exception>
    public string Save<TBatch>(Trainer<TBatch> trainer, IBatchSource<TBatch> source, double? score = null)
        where TBatch : class, IBatch
    {
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentNullException.ThrowIfNull(source);
        ((IResumable)trainer).RequireTrainedWeights();
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var manifest = Describe(trainer, DataFingerprint.Of(source), score);
        var entry = new CheckpointEntry { Number = ++_lastNumber, Rounds = manifest.Rounds, Score = manifest.Score };
        Write(entry, TrainerParts.Of(trainer), manifest);
        Clean();
        return trainer.LastCheckpoint = Path.Combine(Folder, entry.FolderName);
    }

    /// <summary>
    /// The newest checkpoint that proves whole, every byte of it; null when there is none. Those passed over are in <see cref="Damages"/>.
    /// </summary>
    /// <exception cref="CheckpointVersionException">The newest was made by a later version of the library.</exception>
    public Checkpoint? FindNewest()
    {
        _damages.Clear();
        foreach (var entry in _entries.OrderDescending())
        {
            try
            {
                return Checkpoint.Open(Path.Combine(Folder, entry.FolderName), _disk);
            }
            catch (Exception error) when (error is DataFormatException or CheckpointReadException)
            {
                _damages.Add(error);
            }
        }

        return null;
    }

    /// <summary>Sets a trainer to where the newest whole checkpoint stands; see <see cref="Checkpoint.Restore"/>.</summary>
    /// <param name="trainer">A trainer made as the one that was saved.</param>
    /// <param name="source">The data it will go on with.</param>
    /// <param name="differences">Whether other settings and other data are taken.</param>
    /// <returns>The checkpoint, or null when there is none and the trainer stays as it is.</returns>
    /// <exception cref="CheckpointMismatchException">The checkpoint is of another game; the message lists every difference.</exception>
    public Checkpoint? Resume<TBatch>(
        Trainer<TBatch> trainer, IBatchSource<TBatch> source, CheckpointDifferences differences = CheckpointDifferences.Refuse)
        where TBatch : class, IBatch
    {
        var newest = FindNewest();
        newest?.Restore(trainer, source, _options.Settings, differences);
        return newest;
    }

    /// <summary>Lets others have the run's folder.</summary>
    public void Dispose() => _lock?.Dispose();

    internal static RunCheckpoints Open(string folder, RunCheckpointsOptions options, IFileSystem disk, IDisposable? held = null)
    {
        var run = new RunCheckpoints(Path.GetFullPath(folder), options, disk, held);
        Writing(folder, () => Folders.Make(disk, run.Folder));
        try
        {
            run.ReadEntries();
        }
        catch (Exception error) when (error is UnauthorizedAccessException || (error is IOException && error is not CheckpointReadException))
        {
            throw new CheckpointReadException(run.Folder, error.Message, error);
        }

        Writing(folder, run.RemoveTemporaries);
        return run;
    }

    private static void Writing(string folder, Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CheckpointWriteException.OfFolder(folder, error);
        }
    }

    private static RunLock Take(string folder)
    {
        try
        {
            return RunLock.Take(folder);
        }
        catch (Exception error) when (error is (IOException or UnauthorizedAccessException) and not RunFolderInUseException)
        {
            throw CheckpointWriteException.OfFolder(folder, error);
        }
    }

    private CheckpointManifest Describe(IResumable trainer, ManifestData data, double? score) => new()
    {
        Format = CheckpointManifest.FormatName,
        Version = CheckpointManifest.CurrentVersion,
        Rounds = trainer.Counters.Rounds,
        BatchesDrawn = trainer.Counters.BatchesDrawn,
        SamplesSeen = trainer.Counters.SamplesSeen,
        Score = score is null || double.IsFinite(score.Value) ? score : null,
        Players = [.. trainer.Players.Select(player => new ManifestPlayer { Name = player.Name, Steps = player.Steps, Layout = TrainerParts.LayoutOf(player) })],
        States = [.. trainer.States.Keys],
        Data = data,
        Settings = Checkpoint.AllSettings(trainer, _options.Settings).Values,
        Files = [],
    };

    private void Write(CheckpointEntry entry, IReadOnlyList<StatePart> parts, CheckpointManifest manifest)
    {
        var temporary = NewTemporary();
        var path = Path.Combine(Folder, entry.FolderName);
        var writer = new CheckpointWriter(_disk, temporary, path);
        try
        {
            writer.Write(parts, manifest);
            writer.TakeName();
            _entries.Add(entry);
            _disk.FlushFolder(Folder);
        }
        catch (Exception error)
        {
            Discard(temporary);
            if (error is IOException or UnauthorizedAccessException)
            {
                throw new CheckpointWriteException(path, error.Message, error);
            }

            throw;
        }
    }

    // What cannot be removed now is removed after the next save, or when the run is opened again.
    private void Discard(string temporary)
    {
        try
        {
            if (_disk.FolderExists(temporary))
            {
                _disk.DeleteFolder(temporary);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            CleaningFailure = error;
        }
    }

    private void Clean()
    {
        CleaningFailure = null;
        try
        {
            foreach (var entry in CheckpointEntry.Superfluous(_entries, _options.KeepLast, _options.KeepBest))
            {
                // Away from its name first: what is half removed is no checkpoint any more.
                _disk.MoveFolder(Path.Combine(Folder, entry.FolderName), NewTemporary());
                _entries.Remove(entry);
            }

            RemoveTemporaries();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            CleaningFailure = error;
        }
    }

    private void ReadEntries()
    {
        foreach (var folder in _disk.FoldersIn(Folder))
        {
            if (CheckpointEntry.Parse(Path.GetFileName(folder)) is { } entry)
            {
                _lastNumber = Math.Max(_lastNumber, entry.Number);
                _entries.Add(entry.WithManifest(new CheckpointReader(_disk, folder)));
            }
        }
    }

    private void RemoveTemporaries()
    {
        foreach (var folder in _disk.FoldersIn(Folder))
        {
            if (Path.GetFileName(folder).StartsWith(TemporaryPrefix, StringComparison.Ordinal))
            {
                _disk.DeleteFolder(folder);
            }
        }
    }

    private string NewTemporary() => Path.Combine(Folder, TemporaryPrefix + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture));
}
