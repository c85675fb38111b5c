namespace Gan.Net.Checkpoints;

/// <summary>What a run does when a checkpoint cannot be written.</summary>
public enum WriteFailure
{
    /// <summary>End with the exception: whoever relies on checkpoints wants to know.</summary>
    Stop,

    /// <summary>Go on without it, tell the log, and try again when the next one is due.</summary>
    Continue,
}
