using Gan.Net.IO;

namespace Gan.Net.Data;

/// <summary>Finds the files of the MNIST family under the names they are published by.</summary>
internal static class MnistFiles
{
    private static readonly string[] _endings = ["-images-idx3-ubyte", "-images.idx3-ubyte", "-images-idx3-ubyte.gz", "-images.idx3-ubyte.gz"];

    /// <summary>The images of one part.</summary>
    public static string FindImages(string folder, MnistPart part)
    {
        foreach (var place in Places(folder))
        {
            if (Published(place, part) is { } file)
            {
                return file;
            }
        }

        var prefix = part == MnistPart.Train ? "train" : "t10k";
        if (Directory.Exists(folder) || OfOneSet(folder, part) is not { } found)
        {
            throw new FileNotFoundException($"The folder '{folder}' has neither {prefix}-images-idx3-ubyte nor {prefix}-images-idx3-ubyte.gz.", folder);
        }

        return found;
    }

    /// <summary>The labels that belong to images, by the same name with another word; null when there is no such file.</summary>
    public static string? LabelsBeside(string images)
    {
        var folder = Path.GetDirectoryName(images) ?? "";
        var name = Path.GetFileName(images).Replace("-images", "-labels", StringComparison.Ordinal).Replace("idx3", "idx1", StringComparison.Ordinal);
        var plain = Path.Combine(folder, name.EndsWith(".gz", StringComparison.Ordinal) ? name[..^3] : name);
        return Array.Find([plain, plain + ".gz", Dotted(plain), Dotted(plain) + ".gz"], File.Exists);
    }

    private static string Dotted(string path) => path.Contains("-labels-", StringComparison.Ordinal)
        ? path.Replace("-labels-", "-labels.", StringComparison.Ordinal)
        : path.Replace("-labels.", "-labels-", StringComparison.Ordinal);

    // TorchVision unpacks into MNIST/raw, FashionMNIST/raw and so on.
    private static IEnumerable<string> Places(string folder)
    {
        yield return folder;
        yield return Path.Combine(folder, "raw");
        if (Directory.Exists(folder))
        {
            foreach (var inner in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
            {
                yield return Path.Combine(inner, "raw");
            }
        }
    }

    private static string? Published(string folder, MnistPart part)
    {
        var prefix = part == MnistPart.Train ? "train" : "t10k";
        if (_endings.Select(ending => Path.Combine(folder, prefix + ending)).FirstOrDefault(File.Exists) is { } file)
        {
            return file;
        }

        var others = Directory.Exists(folder) ? Emnist(folder, "", part) : [];
        return others.Count <= 1 ? others.FirstOrDefault() : throw new DataFormatException(
            folder, 0, $"The folder holds several sets: {string.Join(", ", others.Select(SetOf))}. Name one of them behind the folder, as in {Path.Combine(folder, SetOf(others[0]))}.");
    }

    // data/emnist-letters, where data is the folder.
    private static string? OfOneSet(string path, MnistPart part)
    {
        var folder = Path.GetDirectoryName(path) is { Length: > 0 } parent ? parent : ".";
        return Directory.Exists(folder) && Path.GetFileName(path) is { Length: > 0 } set ? Emnist(folder, set, part).FirstOrDefault() : null;
    }

    // Packed and plain count once.
    private static List<string> Emnist(string folder, string set, MnistPart part)
    {
        var middle = part == MnistPart.Train ? "-train" : "-test";
        return
        [
            .. _endings.SelectMany(ending => Directory.EnumerateFiles(folder, $"{(set.Length == 0 ? "*" : set)}{middle}{ending}"))
                .DistinctBy(SetOf)
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string SetOf(string file)
    {
        var name = Path.GetFileName(file);
        var end = name.IndexOf("-train-", StringComparison.Ordinal);
        end = end < 0 ? name.IndexOf("-test-", StringComparison.Ordinal) : end;
        return end < 0 ? name : name[..end];
    }
}
