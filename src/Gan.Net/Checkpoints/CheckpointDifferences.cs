namespace Gan.Net.Checkpoints;

/// <summary>What to do when a checkpoint was made under other settings, another optimizer's settings or other data.</summary>
public enum CheckpointDifferences
{
    /// <summary>Refuse to go on: the game would not be the one that was saved.</summary>
    Refuse,

    /// <summary>
    /// Go on with the trainer's optimizers, of the same make and other settings: at a lower rate, for a run that diverged. All else must
    /// be as it was.
    /// </summary>
    AcceptOptimizers,

    /// <summary>Go on under the trainer's settings and data, as for fine-tuning. Networks and optimizers must still be of the same make.</summary>
    AcceptSettings,
}
