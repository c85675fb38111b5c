namespace Gan.Net.Reliability.Fuzzing;

/// <summary>Feeds files to a format's reader and writes down what it did. Files that break a promise are kept.</summary>
internal sealed class FuzzRun(FuzzFormat format, string folder)
{
    private const int MostFindings = 20;

    private readonly string _path = Path.Combine(folder, format.FileName);
    private readonly HashSet<string> _kinds = [];

    public FuzzTally Tally { get; } = new();

    /// <summary>Reads one file; true when the reader took it.</summary>
    public bool Feed(byte[] file, string what)
    {
        File.WriteAllBytes(_path, file);
        Tally.Mutants++;
        long content = 0;
        Exception? refusal = null;
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var clock = Environment.CpuUsage.TotalTime;
        try
        {
            content = format.Read(_path);
        }
#pragma warning disable CA1031 // Whatever comes is looked at.
        catch (Exception error)
        {
            refusal = error;
        }
#pragma warning restore CA1031
        var elapsed = Environment.CpuUsage.TotalTime - clock;  // not the clock on the wall: others use the machine too
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Judge(file, what, refusal, elapsed.TotalMilliseconds, allocated, content);
        return refusal is null;
    }

    /// <summary>Reads shorter versions of a sound file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="step">Of the cuts in its middle, take every so many.</param>
    public void FeedCuts(byte[] file, int step)
    {
        const int End = 100;
        for (var length = 0; length < file.Length; length++)
        {
            var isInTheMiddle = length > End && length < file.Length - End && length % step != 0;
            if (isInTheMiddle || format.IsWholeAt(file, length))
            {
                continue;
            }

            Tally.Cuts++;
            if (Feed(file[..length], $"cut to {length}"))
            {
                Tally.CutsMissed++;
                Keep(file[..length], "cut", $"cut to {length} and taken");
            }
        }
    }

    private void Judge(byte[] file, string what, Exception? refusal, double milliseconds, long allocated, long content)
    {
        Tally.LongestMilliseconds = Math.Max(Tally.LongestMilliseconds, milliseconds);
        Tally.MostBeyondFile = Math.Max(Tally.MostBeyondFile, allocated - Math.Max(file.Length, content));
        _ = refusal is null ? Tally.Taken++ : Tally.Refused++;
        if (refusal is not null && !format.IsTyped(refusal))
        {
            Tally.Untyped++;
            Keep(file, $"{refusal.GetType().Name} {refusal.StackTrace?.Split('\n')[0].Trim()}", $"{what}: {refusal.Message}");
        }

        if (allocated > (refusal is null ? format.AllowedWhenTaken(file, content) : format.AllowedWhenRefused(file)))
        {
            Tally.Greedy++;
            Keep(file, "greedy", $"{what}: allocated {allocated} bytes for a file of {file.Length}");
        }

        if (milliseconds > 1000)
        {
            Tally.Slow++;
            Keep(file, "slow", $"{what}: took {milliseconds:F0} ms");
        }
    }

    // One of each kind.
    private void Keep(byte[] file, string kind, string why)
    {
        if (Tally.Findings.Count < MostFindings && _kinds.Add(kind))
        {
            var path = Path.Combine(folder, $"finding-{format.Name}-{Tally.Findings.Count}");
            File.WriteAllBytes(path, file);
            Tally.Findings.Add($"{path}: {kind}: {why}");
        }
    }
}
