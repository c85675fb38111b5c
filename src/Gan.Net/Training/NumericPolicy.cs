namespace Gan.Net.Training;

/// <summary>
/// What a trainer does when a batch, a latent, a weight, a loss or a gradient turns out to hold NaN or infinity. Every step is looked
/// at, and no weight moves before it passed: with any policy but <see cref="Unchecked"/> weights, buffers, optimizers and averages are
/// as they were before the step. What follows depends on the run alone, so the same run does the same again. Immutable.
/// </summary>
public sealed record NumericPolicy
{
    private NumericPolicy()
    {
    }

    /// <summary>Ends the run with a <see cref="NonFiniteNumberException"/> that says where. The default.</summary>
    public static NumericPolicy Throw { get; } = new() { Reaction = NumericReaction.Throw };

    /// <summary>Looks at nothing, and does not undo what a failed step did to buffers: for measuring what looking costs.</summary>
    public static NumericPolicy Unchecked { get; } = new() { Reaction = NumericReaction.None };

    /// <summary>Leaves the step out and plays on with the next numbers and, where it draws one, the next batch.</summary>
    /// <param name="mostInARow">Steps of one player that may be left out one after the other, at least 1; the next one ends the run.</param>
    public static NumericPolicy SkipStep(int mostInARow = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(mostInARow, 1);
        return new() { Reaction = NumericReaction.Skip, Most = mostInARow };
    }

    /// <summary>
    /// Goes back to the last good state and passes over some batches, as runs with loss spikes are saved (Chowdhery et al. 2022, section
    /// 5.1, where about 100 steps are taken back and 200 to 500 batches passed over). The state is a copy in memory of everything the
    /// trainer holds, taken every so many rounds; a checkpoint holds it too.
    /// </summary>
    /// <param name="skipBatches">Batches passed over from where the state stands, at least 1; those up to the one that failed are passed over in any case.</param>
    /// <param name="every">Rounds between two states, at least 1.</param>
    /// <param name="most">Times a run may go back to the same state, at least 1; the next problem ends the run.</param>
    public static NumericPolicy Rewind(long skipBatches = 200, long every = 100, int most = 3)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(skipBatches, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return new() { Reaction = NumericReaction.Rewind, Most = most, Every = every, SkipBatches = skipBatches };
    }

    internal NumericReaction Reaction { get; private init; }

    internal int Most { get; private init; }

    internal long Every { get; private init; }

    internal long SkipBatches { get; private init; }

    internal bool Remembers => Reaction is NumericReaction.Skip or NumericReaction.Rewind;

    /// <summary>The policy as it was asked for, such as <c>SkipStep(10)</c>.</summary>
    public override string ToString() => Reaction switch
    {
        NumericReaction.None => nameof(Unchecked),
        NumericReaction.Throw => nameof(Throw),
        NumericReaction.Skip => FormattableString.Invariant($"{nameof(SkipStep)}({Most})"),
        _ => FormattableString.Invariant($"{nameof(Rewind)}({SkipBatches}, {Every}, {Most})"),
    };
}
