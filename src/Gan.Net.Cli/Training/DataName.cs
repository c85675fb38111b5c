using Gan.Net.Cli.CommandLine;

namespace Gan.Net.Cli.Training;

/// <summary>What <c>--data</c> names: generated data by a word, files by a word, a colon and their place.</summary>
internal sealed record DataName
{
    public const string Syntax = "ring|grid|digits|mnist:DIR|idx:FILE|cifar10:PATH|cifar100:PATH|images:DIR";

    public required DataKind Kind { get; init; }

    /// <summary>The file or folder; empty for generated data.</summary>
    public string Path { get; init; } = "";

    /// <summary>Whether samples are points in the plane rather than pictures.</summary>
    public bool IsPoints => Kind is DataKind.Ring or DataKind.Grid;

    /// <summary>The name with its full path: the same data from any working folder. Null for generated data.</summary>
    public string? Place => Path.Length == 0 ? null : $"{Kind.ToString().ToLowerInvariant()}:{System.IO.Path.GetFullPath(Path)}";

    /// <exception cref="UserException">The place is a folder where a file is wanted, or the other way round.</exception>
    public void RequirePlace()
    {
        switch (Kind)
        {
            case DataKind.Idx:
                Places.RequireFile(Path, "--data idx:", "an IDX file", $" For MNIST's files in it take mnist:{Path}, for pictures images:{Path}.");
                break;
            case DataKind.Mnist:
                Places.RequireNoFile(Path, "--data mnist:", "the folder of the files", $" For one file of images take idx:{Path}.");
                break;
            case DataKind.Images:
                Places.RequireNoFile(Path, "--data images:", "a folder of pictures");
                if (!Directory.Exists(Path))
                {
                    throw new UserException($"There is no folder '{Path}'; --data images: takes a folder of pictures.");
                }

                break;
        }
    }

    /// <exception cref="UserException">The text names no data.</exception>
    public static DataName Parse(string text)
    {
        var parts = text.Split(':', 2);
        if (Enum.GetNames<DataKind>().FirstOrDefault(name => string.Equals(name, parts[0], StringComparison.OrdinalIgnoreCase)) is not { } word)
        {
            throw new UserException($"--data takes {Syntax}; '{text}' was given.");
        }

        var kind = Enum.Parse<DataKind>(word);
        var needsPath = kind is not (DataKind.Ring or DataKind.Grid or DataKind.Digits);
        var path = parts.Length > 1 ? parts[1] : "";
        if (needsPath != path.Length > 0 || (!needsPath && parts.Length > 1))
        {
            throw new UserException(needsPath
                ? $"--data {parts[0]} needs a place after a colon, as in {parts[0]}:data/{parts[0]}."
                : $"--data {parts[0]} is generated and takes no place; '{text}' was given.");
        }

        return new DataName { Kind = kind, Path = path };
    }
}
