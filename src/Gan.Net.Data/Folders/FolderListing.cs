using System.IO.Enumeration;
using Gan.Net.Imaging;
using Gan.Net.IO;

namespace Gan.Net.Data;

/// <summary>The pictures below a folder with their classes, and what is left out. Only names are read. Immutable.</summary>
internal sealed class FolderListing
{
    private const int DeepestFolder = 32;

    // Folders that hold the parts of a data set. Together they are no classes.
    private static readonly string[] _parts = ["train", "training", "test", "testing", "val", "valid", "validation", "eval"];

    private readonly List<string> _files = [];
    private readonly List<int> _labels = [];
    private readonly List<string> _classes = [];
    private Dictionary<LeftOutReason, (long Count, string Example)> _leftOut = [];

    private FolderListing(string root)
    {
        Root = root;
        var top = Enumerate("");
        while (top.Pictures.Count == 0 && top.Folders is [var only] && HoldsFoldersOnly(only))
        {
            Root = Path.Combine(Root, only);
            top = Enumerate("");
        }

        if (top.Pictures.Count == 0 && top.Folders.Count > 1 && top.Folders.All(name => _parts.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            throw new DataFormatException(Root, 0, $"The folder holds the parts of a data set ({string.Join(", ", top.Folders)}), not classes. Name one of them, such as '{Path.Combine(Root, top.Folders[^1])}'.");
        }

        AddClasses(top.Folders);
        if (_classes.Count == 0)
        {
            Add(top.Pictures, 0);
        }
        else if (top.Pictures.Count > 0)
        {
            Leave(LeftOutReason.BesideClasses, top.Pictures[0], top.Pictures.Count);
        }

        if (_files.Count == 0)
        {
            throw new FileNotFoundException(Missing(), Root);
        }
    }

    /// <summary>The folder that holds the classes or the pictures: the one named, or the only one within it.</summary>
    public string Root { get; private set; }

    /// <summary>The pictures' paths below the root, class after class, each class in the order of the names.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>The class of each picture; all 0 without classes.</summary>
    public IReadOnlyList<int> Labels => _labels;

    public IReadOnlyList<string> ClassNames => _classes;

    public IReadOnlyList<LeftOut> LeftOut =>
        [.. _leftOut.OrderBy(pair => pair.Key).Select(pair => new LeftOut { Reason = pair.Key, Count = pair.Value.Count, Example = pair.Value.Example })];

    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">There is no picture.</exception>
    /// <exception cref="DataFormatException">The folder holds parts of a data set, or its folders lie too deep.</exception>
    public static FolderListing Of(string folder) => Directory.Exists(folder)
        ? new FolderListing(folder)
        : throw new DirectoryNotFoundException(File.Exists(folder)
            ? $"A folder of pictures is wanted; '{folder}' is a file."
            : $"There is no folder '{folder}'.");

    private void AddClasses(IReadOnlyList<string> folders)
    {
        foreach (var folder in folders)
        {
            var before = _files.Count;
            Collect(folder, [], 1);
            if (_files.Count == before)
            {
                Leave(LeftOutReason.EmptyFolder, folder);
            }
            else
            {
                _classes.Add(folder);
            }
        }
    }

    // A link to a folder is followed; within a class, one that leads in a circle or twice to the same place counts once.
    private void Collect(string folder, HashSet<string> places, int depth)
    {
        if (!places.Add(PlaceOf(folder)))
        {
            return;
        }

        if (depth > DeepestFolder)
        {
            throw new DataFormatException(Path.Combine(Root, folder), 0, $"The folder lies {depth} levels deep; pictures are looked for at most {DeepestFolder} levels deep.");
        }

        var content = Enumerate(folder);
        Add(content.Pictures, _classes.Count);
        foreach (var inner in content.Folders)
        {
            Collect(inner, places, depth + 1);
        }
    }

    private void Add(List<string> pictures, int label)
    {
        _files.AddRange(pictures);
        _labels.AddRange(Enumerable.Repeat(label, pictures.Count));
    }

    // Paths below the root, in the order of the names.
    private (List<string> Pictures, List<string> Folders) Enumerate(string folder)
    {
        var (pictures, folders) = (new List<string>(), new List<string>());
        var entries = new FileSystemEnumerable<(string Name, bool IsFolder)>(
            Path.Combine(Root, folder),
            (ref FileSystemEntry entry) => (entry.FileName.ToString(), entry.IsDirectory),
            new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false });
        foreach (var (name, isFolder) in entries)
        {
            var path = folder.Length == 0 ? name : $"{folder}/{name}";
            if (name.StartsWith('.') || name == "__MACOSX")
            {
                Leave(LeftOutReason.Hidden, path);
            }
            else if (isFolder)
            {
                folders.Add(path);
            }
            else if (PictureFile.IsNamedAsPicture(name))
            {
                pictures.Add(path);
            }
            else
            {
                Leave(LeftOutReason.NoPicture, path);
            }
        }

        pictures.Sort(StringComparer.Ordinal);
        folders.Sort(StringComparer.Ordinal);
        return (pictures, folders);
    }

    private void Leave(LeftOutReason reason, string example, long count = 1)
    {
        var (before, first) = _leftOut.GetValueOrDefault(reason, (0, example));
        _leftOut[reason] = (before + count, string.CompareOrdinal(first, example) < 0 ? first : example);
    }

    // Where a folder lies once every link on the way to it is followed.
    private string PlaceOf(string folder)
    {
        var place = Root;
        foreach (var name in folder.Split('/'))
        {
            var next = new DirectoryInfo(Path.Combine(place, name));
            place = next.LinkTarget is null ? next.FullName : next.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        }

        return place;
    }

    // A look that leaves nothing behind: the folder is gone through again.
    private bool HoldsFoldersOnly(string folder)
    {
        var leftOut = _leftOut;
        _leftOut = new(leftOut);
        var content = Enumerate(folder);
        _leftOut = leftOut;
        return content.Pictures.Count == 0 && content.Folders.Count > 0;
    }

    private string Missing()
    {
        var endings = string.Join(", ", PictureFile.Endings);
        return _leftOut.Count == 0
            ? $"The folder '{Root}' is empty. Pictures are files that end in {endings}."
            : $"There is no picture ({endings}) in '{Root}' or its sub-folders: {string.Join("; ", LeftOut)}.";
    }
}
