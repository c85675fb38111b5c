using Gan.Net.IO;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Checkpoints;

/// <summary>
/// A checkpoint on disk, every byte of it checked against its manifest when it was opened. It holds no file open. Immutable.
/// </summary>
public sealed class Checkpoint
{
    internal const string ManifestName = "manifest.json";

    private readonly CheckpointReader _reader;
    private readonly CheckpointManifest _manifest;

    private Checkpoint(CheckpointReader reader, CheckpointManifest manifest)
    {
        _reader = reader;
        _manifest = manifest;
    }

    /// <summary>The checkpoint's folder. Each module of a player is a safetensors file in it, such as <c>generator.safetensors</c>.</summary>
    public string Path => _reader.Folder;

    /// <summary>Rounds finished when it was made.</summary>
    public long Rounds => _manifest.Rounds;

    /// <summary>Real samples seen when it was made.</summary>
    public long SamplesSeen => _manifest.SamplesSeen;

    /// <summary>How good the model is, lower is better; null when nobody said.</summary>
    public double? Score => _manifest.Score;

    /// <summary>The settings it was made under, by name.</summary>
    public IReadOnlyDictionary<string, string> Settings => _manifest.Settings;

    /// <summary>Opens a checkpoint and checks all of it.</summary>
    /// <param name="path">Its folder.</param>
    /// <exception cref="CheckpointReadException">A file is missing or cannot be read.</exception>
    /// <exception cref="DataFormatException">A file is not what the manifest says, or the manifest is damaged.</exception>
    /// <exception cref="CheckpointVersionException">A later version of the library made it.</exception>
    public static Checkpoint Open(string path) => Open(path, Disk.Instance);

    internal static Checkpoint Open(string path, IFileSystem disk)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var reader = new CheckpointReader(disk, System.IO.Path.GetFullPath(path));
        var manifest = reader.ReadManifest();
        reader.Verify(manifest);
        return new Checkpoint(reader, manifest);
    }

    /// <summary>
    /// Sets a trainer to where it stood when the checkpoint was made: it goes on as if it had never stopped, bit for bit on the same
    /// machine's CPU. All is read and compared first; whatever fails, the trainer is unchanged.
    /// </summary>
    /// <param name="trainer">A trainer made as the one that was saved.</param>
    /// <param name="source">The data it will go on with.</param>
    /// <param name="settings">Settings the trainer does not know, as they were given when it was saved; null for none.</param>
    /// <param name="differences">Whether other settings and other data are taken.</param>
    /// <exception cref="CheckpointMismatchException">The checkpoint is of another game; the message lists every difference.</exception>
    /// <exception cref="CheckpointReadException">A file cannot be read.</exception>
    /// <exception cref="DataFormatException">A file was damaged since the checkpoint was opened.</exception>
    public void Restore<TBatch>(
        Trainer<TBatch> trainer, IBatchSource<TBatch> source, RunSettings? settings = null,
        CheckpointDifferences differences = CheckpointDifferences.Refuse)
        where TBatch : class, IBatch
    {
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentNullException.ThrowIfNull(source);
        ((IResumable)trainer).RequireTrainedWeights();
        var problems = differences == CheckpointDifferences.AcceptSettings
            ? []
            : ManifestDifferences.Of(_manifest, AllSettings(trainer, settings), DataFingerprint.Of(source), differences);
        using var scope = NewDisposeScope();
        using var content = _reader.ReadContent(_manifest);
        var plan = new RestorePlan(trainer, content);
        problems.AddRange(plan.Differences);
        if (problems.Count > 0)
        {
            throw new CheckpointMismatchException(Path, problems);
        }

        plan.Apply();
        trainer.LastCheckpoint = Path;
    }

    /// <summary>The trainer's own settings and the caller's.</summary>
    internal static RunSettings AllSettings(IResumable trainer, RunSettings? others) => new RunSettings().AddAll("", trainer.Settings).AddAll("run.", others);
}
