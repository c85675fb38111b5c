namespace Gan.Net.Reliability.Runner;

/// <summary>How a check runs this time.</summary>
/// <param name="IsLong">Whether the full counts are wanted rather than a few seconds' worth.</param>
/// <param name="Folder">An empty folder for the check, gone afterwards.</param>
internal sealed record Occasion(bool IsLong, string Folder)
{
    /// <summary>One number of two, by the length of the run.</summary>
    public int Count(int brief, int full) => IsLong ? full : brief;

    /// <summary>Says how far a long run has come, on the error output.</summary>
    public void Note(string text)
    {
        if (IsLong)
        {
            Console.Error.WriteLine(text);
        }
    }
}
