using System.Security.Cryptography;
using Gan.Net.IO;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Checkpoints;

/// <summary>
/// Writes one checkpoint: into a temporary folder, every file and then the folder itself on the disk, and last the folder takes its name
/// in one step. Whoever is stopped in between leaves a temporary folder that nobody takes for a checkpoint.
/// </summary>
/// <param name="disk">Where to.</param>
/// <param name="temporary">The temporary folder, which is not there yet.</param>
/// <param name="path">The checkpoint's folder, beside it.</param>
internal sealed class CheckpointWriter(IFileSystem disk, string temporary, string path)
{
    private readonly List<ManifestFile> _files = [];

    /// <summary>Writes every file into the temporary folder.</summary>
    /// <param name="parts">The files' contents.</param>
    /// <param name="manifest">The manifest, but for the list of files.</param>
    /// <exception cref="NonFiniteStateException">A number is not finite.</exception>
    public void Write(IReadOnlyList<StatePart> parts, CheckpointManifest manifest)
    {
        disk.CreateFolder(temporary);
        foreach (var part in parts)
        {
            WriteFile(part.File, stream => SafeTensorsFile.Write(
                stream, part.Tensors.Select(pair => ModuleState.Describe(pair.Key, pair.Value)), (entry, to) => WriteContent(part, entry, to)));
        }

        var text = ManifestText.Write(manifest with { Files = [.. _files] });
        WriteFile(Checkpoint.ManifestName, stream => stream.Write(text));
        disk.FlushFolder(temporary);
    }

    /// <summary>Gives the folder its name: once the folder around it is on the disk, the checkpoint is there for good.</summary>
    public void TakeName() => disk.MoveFolder(temporary, path);

    private void WriteFile(string name, Action<Stream> write)
    {
        using var file = disk.CreateFile(Path.Combine(temporary, name));
        using var hashed = new HashingStream(file);
        write(hashed);
        disk.FlushFile(file);
        if (file.Length != hashed.Length)
        {
            throw new IOException($"Of the {hashed.Length} bytes of '{name}', {file.Length} reached the disk.");
        }

        _files.Add(new ManifestFile { Name = name, Bytes = hashed.Length, Sha256 = hashed.Sha256 });
    }

    private void WriteContent(StatePart part, SafeTensorEntry entry, Stream stream)
    {
        using var scope = NewDisposeScope();
        var content = part.Tensors[entry.Name].detach().cpu().contiguous().bytes;
        if (!FiniteCheck.IsFinite(part.Tensors[entry.Name].dtype, content))
        {
            throw new NonFiniteStateException(path, $"{part.File}: {entry.Name}");
        }

        stream.Write(content);
    }
}
