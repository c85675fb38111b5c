namespace Gan.Net.Reporting;

/// <summary>What a run's report says beyond the files of the run, and how large it grows. Immutable.</summary>
public sealed record RunReportOptions
{
    /// <summary>The heading. Null, the default, for the folder's name.</summary>
    public string? Title { get; init; }

    /// <summary>One line under the heading: what was trained on what. Empty, the default, for none.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The command that makes the run again, as one types it. Empty, the default, for none.</summary>
    public string Command { get; init; } = "";

    /// <summary>How far the run has come. Null, the default, to tell it from the run's files; a hook knows it.</summary>
    public RunState? State { get; init; }

    /// <summary>The most rounds of which pictures are embedded, at least 2; of more, evenly chosen ones, the first and the last among them. Default 40.</summary>
    public int MostFrames { get; init; } = 40;

    /// <summary>The most bytes of pictures embedded, before their coding as text makes them a third larger; at least 1. Default 6 MiB.</summary>
    public long MostPictureBytes { get; init; } = 6L << 20;

    /// <summary>Tells when the report was written. Default the system's clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    internal RunReportOptions Checked()
    {
        new OptionProblems(nameof(RunReportOptions))
            .AtLeast(MostFrames, 2)
            .AtLeast(MostPictureBytes, 1)
            .Require(Summary is not null, "must be given", Summary)
            .Require(Command is not null, "must be given", Command)
            .Require(Clock is not null, "must be given", Clock)
            .ThrowIfAny();
        return this;
    }
}
