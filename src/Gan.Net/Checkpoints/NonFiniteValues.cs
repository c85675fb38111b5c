namespace Gan.Net.Checkpoints;

/// <summary>What to do about NaN and infinity in a file of weights, which the format allows.</summary>
public enum NonFiniteValues
{
    /// <summary>Refuse the file: such weights are the remains of a run that diverged.</summary>
    Refuse,

    /// <summary>Take them.</summary>
    Accept,
}
