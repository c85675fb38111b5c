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

    internal NumericReaction Reaction { get; private init; }

    internal int Most { get; private init; }

    /// <summary>The policy as it was asked for, such as <c>SkipStep(10)</c>.</summary>
    public override string ToString() => Reaction switch
    {
        NumericReaction.None => nameof(Unchecked),
        NumericReaction.Throw => nameof(Throw),
        _ => FormattableString.Invariant($"{nameof(SkipStep)}({Most})"),
    };
}
