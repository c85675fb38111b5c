using System.Text.Json;

namespace Gan.Net.Reliability.Fuzzing;

/// <summary>What became of many mutants. Travels from the child to its parent as JSON.</summary>
internal sealed record FuzzTally
{
    public long Mutants { get; set; }

    public long Taken { get; set; }

    public long Refused { get; set; }

    /// <summary>Refused by an exception that is not the format's own.</summary>
    public long Untyped { get; set; }

    /// <summary>Took more memory than allowed.</summary>
    public long Greedy { get; set; }

    /// <summary>Took longer than a second.</summary>
    public long Slow { get; set; }

    public long Cuts { get; set; }

    /// <summary>Cut off and read all the same, though the format can tell.</summary>
    public long CutsMissed { get; set; }

    public double LongestMilliseconds { get; set; }

    /// <summary>The most allocated beyond the file's own length, in bytes.</summary>
    public long MostBeyondFile { get; set; }

    /// <summary>The process's largest resident size, in kilobytes.</summary>
    public long PeakKilobytes { get; set; }

    public List<string> Findings { get; init; } = [];

    public bool IsClean => Untyped + Greedy + Slow + CutsMissed == 0;

    public string ToLine() => JsonSerializer.Serialize(this);

    public static FuzzTally Parse(string line) => JsonSerializer.Deserialize<FuzzTally>(line)!;
}
