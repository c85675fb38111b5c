using Gan.Net.Cli.CommandLine;

namespace Gan.Net.Cli.Training;

/// <summary>What <c>--data</c> names: generated data by a word, files by a word, a colon and their place.</summary>
internal sealed record DataName
{
    public const string Syntax = "ring|grid|digits|mnist:DIR|idx:FILE|cifar10:PATH";

    public required DataKind Kind { get; init; }

    /// <summary>The file or folder; empty for generated data.</summary>
    public string Path { get; init; } = "";

    /// <summary>Whether samples are points in the plane rather than pictures.</summary>
    public bool IsPoints => Kind is DataKind.Ring or DataKind.Grid;

    /// <exception cref="UserException">The text names no data.</exception>
    public static DataName Parse(string text)
    {
        var parts = text.Split(':', 2);
        if (Enum.GetNames<DataKind>().FirstOrDefault(name => string.Equals(name, parts[0], StringComparison.OrdinalIgnoreCase)) is not { } word)
        {
            throw new UserException($"--data takes {Syntax}; '{text}' was given.");
        }

        var kind = Enum.Parse<DataKind>(word);
        var needsPath = kind is DataKind.Mnist or DataKind.Idx or DataKind.Cifar10;
        var path = parts.Length > 1 ? parts[1] : "";
        if (needsPath != path.Length > 0)
        {
            throw new UserException(needsPath
                ? $"--data {parts[0]} needs a place after a colon, as in {parts[0]}:data/{parts[0]}."
                : $"--data {parts[0]} is generated and takes no place; '{text}' was given.");
        }

        return new DataName { Kind = kind, Path = path };
    }
}
