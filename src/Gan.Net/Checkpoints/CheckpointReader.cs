using System.Security.Cryptography;
using Gan.Net.IO;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Checkpoints;

/// <summary>Reads one checkpoint. Failures of the disk become <see cref="CheckpointReadException"/>.</summary>
/// <param name="disk">Where from.</param>
/// <param name="folder">The checkpoint's folder.</param>
internal sealed class CheckpointReader(IFileSystem disk, string folder)
{
    public string Folder => folder;

    public CheckpointManifest ReadManifest() => Reading(() =>
    {
        var path = Path.Combine(folder, Checkpoint.ManifestName);
        using var stream = disk.OpenFile(path);
        if (stream.Length > ManifestText.LongestLength)
        {
            throw new DataFormatException(path, 0, $"The manifest has {stream.Length} bytes; at most {ManifestText.LongestLength} are read.");
        }

        var text = new byte[stream.Length];
        RequireAll(stream.ReadAtLeast(text, text.Length, throwOnEndOfStream: false) == text.Length, path);
        return ManifestText.Read(text, path);
    });

    /// <summary>Compares every file with its length and digest in the manifest.</summary>
    public void Verify(CheckpointManifest manifest) => Reading(() =>
    {
        foreach (var file in manifest.Files)
        {
            using var stream = OpenVerified(file);
        }

        return true;
    });

    /// <summary>Reads all into tensors of their own, each file again compared with its digest first.</summary>
    public TrainerContent ReadContent(CheckpointManifest manifest) => Reading(() =>
    {
        using var scope = NewDisposeScope();
        var files = manifest.Files.ToDictionary(file => file.Name, ReadFile, StringComparer.Ordinal);
        foreach (var tensor in files.Values.SelectMany(file => file.Values))
        {
            tensor.DetachFromDisposeScope();
        }

        return new TrainerContent
        {
            Counters = manifest.Counters,
            Steps = manifest.Players.ToDictionary(player => player.Name, player => player.Steps, StringComparer.Ordinal),
            Layouts = manifest.Players.ToDictionary(player => player.Name, player => player.Layout, StringComparer.Ordinal),
            States = manifest.States,
            Files = files,
        };
    });

    private Dictionary<string, Tensor> ReadFile(ManifestFile file)
    {
        using var stream = OpenVerified(file);
        using var tensors = new SafeTensorsFile(stream, PathOf(file));
        if (tensors.Tensors.FirstOrDefault(entry => !TensorTypes.EngineHas(entry.Type)) is { } strange)
        {
            throw new DataFormatException(PathOf(file), 0, $"'{strange}' has a type the engine lacks.");
        }

        return tensors.Tensors.ToDictionary(entry => entry.Name, entry => ReadTensor(tensors, entry), StringComparer.Ordinal);
    }

    // None is ever saved: whoever made this one, the digests say nothing of it.
    private static Tensor ReadTensor(SafeTensorsFile file, SafeTensorEntry entry)
    {
        var tensor = ModuleState.Read(file, entry);
        return FiniteCheck.IsFinite(tensor.dtype, tensor.bytes)
            ? tensor
            : throw new DataFormatException(file.Path, 0, $"'{entry.Name}' holds NaN or infinity.");
    }

    private Stream OpenVerified(ManifestFile file)
    {
        var stream = disk.OpenFile(PathOf(file));
        try
        {
            if (stream.Length != file.Bytes)
            {
                throw new DataFormatException(PathOf(file), stream.Length, $"The manifest promises a file of {file.Bytes} bytes; it has {stream.Length}.");
            }

            if (Convert.ToHexStringLower(SHA256.HashData(stream)) != file.Sha256)
            {
                throw new DataFormatException(PathOf(file), 0, "The file is damaged: its digest is not the one in the manifest.");
            }

            stream.Position = 0;
            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CheckpointReadException(folder, error.Message, error);
        }
    }

    private string PathOf(ManifestFile file) => Path.Combine(folder, file.Name);

    private static void RequireAll(bool all, string path)
    {
        if (!all)
        {
            throw new DataFormatException(path, 0, "The manifest was cut off while it was read.");
        }
    }
}
