namespace Gan.Net.Reliability.Disks;

/// <summary>What a <see cref="FaultyDisk"/> does in place of a call.</summary>
internal enum Fault
{
    /// <summary>The disk is full: half of a write arrives.</summary>
    NoSpace,

    /// <summary>The disk cannot read or write.</summary>
    InputOutputError,

    /// <summary>The right is missing.</summary>
    Denied,

    /// <summary>Half of a write arrives, or a read ends early, and nothing is said. Other calls are as ever.</summary>
    Short,
}
