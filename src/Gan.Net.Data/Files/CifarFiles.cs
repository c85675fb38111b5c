using Gan.Net.IO;

namespace Gan.Net.Data;

/// <summary>Which files of a folder are taken, and what is to be said of the others. Immutable.</summary>
internal sealed class CifarFiles
{
    private CifarFiles(IReadOnlyList<string> paths, IReadOnlyList<string> remarks)
    {
        Paths = paths;
        Remarks = remarks;
    }

    public IReadOnlyList<string> Paths { get; }

    public IReadOnlyList<string> Remarks { get; }

    /// <summary>A file itself, or those of a folder, or of the folder inside it that the published archive unpacks to.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="pattern">What the files' names begin with: <c>data_batch_*</c>.</param>
    /// <param name="archive">The folder of the archive.</param>
    /// <exception cref="FileNotFoundException">There is no such file or folder, or the folder has none of them.</exception>
    /// <exception cref="DataFormatException">The file is a packed archive, or one of Python's.</exception>
    public static CifarFiles Find(string path, string pattern, string archive)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (File.Exists(path))
        {
            return new([path], IsArchive(path) ? throw new DataFormatException(path, 0, "This is a packed archive. Unpack it, and give the folder it makes.") : []);
        }

        if (!Directory.Exists(path))
        {
            throw new FileNotFoundException($"There is no file or folder '{path}'.", path);
        }

        foreach (var folder in (string[])[path, Path.Combine(path, archive)])
        {
            if (Directory.Exists(folder) && In(folder, pattern) is { Count: > 0 } files)
            {
                return WithoutDoubles(files);
            }
        }

        throw Nothing(path, pattern);
    }

    public static DataFormatException Pickle(string path) => new(
        path, 0, "This is a pickle of the archive for Python, which runs code when it is read, and is not read here. Take the binary version of the set (cifar-10-binary.tar.gz, cifar-100-binary.tar.gz).");

    // One file of a name, the plain one if it is there packed as well.
    private static List<string> In(string folder, string pattern) =>
    [
        .. Directory.EnumerateFiles(folder, pattern)
            .Where(file => file.EndsWith(".bin", StringComparison.Ordinal)
                || (file.EndsWith(".bin.gz", StringComparison.Ordinal) && !File.Exists(file[..^".gz".Length])))
            .Order(StringComparer.Ordinal),
    ];

    // A browser names the second download of a file "data_batch_1 (1).bin", which sorts before the first: the shorter name is the original.
    private static CifarFiles WithoutDoubles(List<string> files)
    {
        var remarks = new List<string>();
        var taken = new List<string>();
        foreach (var file in files.OrderBy(file => file.Length).ThenBy(file => file, StringComparer.Ordinal))
        {
            var length = new FileInfo(file).Length;
            if (taken.Find(other => new FileInfo(other).Length == length && FilesDigest.Of(other) == FilesDigest.Of(file)) is { } same)
            {
                remarks.Add($"'{Path.GetFileName(file)}' is the same as '{Path.GetFileName(same)}', byte for byte, and was left out. Delete it if it is a second download.");
            }
            else
            {
                taken.Add(file);
            }
        }

        taken.Sort(StringComparer.Ordinal);
        return new(taken, [$"Read from {taken.Count} file{(taken.Count == 1 ? "" : "s")}: {string.Join(", ", taken.Select(Path.GetFileName))}.", .. remarks]);
    }

    private static bool IsArchive(string path) => path.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase);

    private static Exception Nothing(string path, string pattern)
    {
        var python = Directory.EnumerateFiles(path, pattern).Concat(Directory.EnumerateDirectories(path, "cifar-10*-py*").SelectMany(folder => Directory.EnumerateFiles(folder, pattern)));
        if (python.FirstOrDefault(file => Path.GetExtension(file).Length == 0) is { } pickle)
        {
            return Pickle(pickle);
        }

        return Directory.EnumerateFiles(path).FirstOrDefault(IsArchive) is { } packed
            ? new DataFormatException(packed, 0, "This is a packed archive. Unpack it, and give the folder it makes.")
            : new FileNotFoundException($"The folder '{path}' has no {pattern}.bin or {pattern}.bin.gz.", path);
    }
}
