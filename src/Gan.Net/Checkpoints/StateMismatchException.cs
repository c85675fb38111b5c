namespace Gan.Net.Checkpoints;

/// <summary>A file of weights does not fit the module it was meant for. Names every difference; the module is unchanged.</summary>
public sealed class StateMismatchException : Exception
{
    /// <summary>Lists what does not fit.</summary>
    public StateMismatchException(string path, IReadOnlyList<string> problems)
        : base($"{path} does not fit the module, which is unchanged: {string.Join("; ", problems)}.")
    {
        Path = path;
        Problems = problems;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The differences, one sentence part each, in the order of the names.</summary>
    public IReadOnlyList<string> Problems { get; }
}
