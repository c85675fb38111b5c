using Gan.Net.Training;

namespace Gan.Net.Checkpoints;

/// <summary>
/// One trainer's part of a run that has several, one after the other: a content pre-training before the game, levels with batch sizes of their own, an encoder
/// after the GAN. Make one with <see cref="Of"/>; <see cref="Phases"/> plays them.
/// </summary>
public abstract class Phase
{
    private protected Phase(string name) => Name = name;

    /// <summary>The name, once in each run, which its folder has too.</summary>
    public string Name { get; }

    /// <summary>A phase of one trainer on one source.</summary>
    /// <param name="name">The name: letters, digits, '-' and '_'.</param>
    /// <param name="trainer">Makes the trainer, when the phase's turn comes: models trained by earlier phases are ready then. The phase owns the trainer.</param>
    /// <param name="source">Makes the data. The phase owns the source.</param>
    /// <param name="length">How long the whole phase is, however often it is interrupted: a total such as <see cref="TrainingLength.UntilRound"/>.</param>
    /// <param name="hooks">Makes the hooks; null for none.</param>
    /// <param name="checkpoint">When checkpoints are saved; null for the defaults.</param>
    /// <exception cref="ArgumentException">The name has other signs, or the length is no total.</exception>
    public static Phase Of<TBatch>(
        string name, Func<Trainer<TBatch>> trainer, Func<IBatchSource<TBatch>> source, TrainingLength length,
        Func<Trainer<TBatch>, IReadOnlyList<TrainingHook>>? hooks = null, CheckpointHookOptions? checkpoint = null)
        where TBatch : class, IBatch
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentNullException.ThrowIfNull(source);
        if (!name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_'))
        {
            throw new ArgumentException($"The phase's name is '{name}'; it becomes a folder's name. Use letters, digits, '-' and '_'.", nameof(name));
        }

        return length.IsTotal
            ? new PhaseOf<TBatch>(name, trainer, source, length, hooks, checkpoint)
            : throw new ArgumentException($"The length of the phase '{name}' is {length}, counted from where the trainer stands. Give a total, as TrainingLength.UntilRound(1000), so that an interrupted phase ends where it would have.", nameof(length));
    }

    /// <summary>Goes on from the phase's newest checkpoint and plays to its end; a phase that is over only restores its trainer's models.</summary>
    internal abstract TrainingResult Play(string folder, CancellationToken cancellationToken);
}
