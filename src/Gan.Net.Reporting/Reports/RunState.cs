namespace Gan.Net.Reporting;

/// <summary>How far a run has come.</summary>
public enum RunState
{
    /// <summary>It goes on.</summary>
    Running,

    /// <summary>It reached its last round.</summary>
    Finished,

    /// <summary>It was stopped before its last round.</summary>
    Stopped,

    /// <summary>An error ended it.</summary>
    Failed,

    /// <summary>It has not reached its last round, and nobody knows why: it may go on, or have been ended by force.</summary>
    Unfinished,
}
