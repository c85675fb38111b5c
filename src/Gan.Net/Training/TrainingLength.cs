namespace Gan.Net.Training;

/// <summary>How long to train: a number of rounds, samples or epochs, counted from where the trainer stands.</summary>
public readonly record struct TrainingLength
{
    private enum Unit
    {
        Rounds,
        Samples,
        Epochs,
    }

    private readonly Unit _unit;
    private readonly long _count;

    private TrainingLength(Unit unit, long count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        _unit = unit;
        _count = count;
    }

    /// <summary>Rounds of the game: each player takes its steps once in a round.</summary>
    public static TrainingLength Rounds(long count) => new(Unit.Rounds, count);

    /// <summary>Real samples seen, counting every batch as a full one, rounded up to whole rounds.</summary>
    public static TrainingLength Samples(long count) => new(Unit.Samples, count);

    /// <summary>Passes over the data; needs a source that is not endless. Rounded up to whole rounds.</summary>
    public static TrainingLength Epochs(long count) => new(Unit.Epochs, count);

    /// <summary>The same length in rounds.</summary>
    /// <param name="batchSize">Samples in a batch.</param>
    /// <param name="batchesPerEpoch">Batches in an epoch, null when endless.</param>
    /// <param name="roundsFor">The rounds that draw so many batches.</param>
    /// <exception cref="InvalidOperationException">No length was given, or epochs were asked of an endless source.</exception>
    internal long ToRounds(int batchSize, long? batchesPerEpoch, Func<long, long> roundsFor)
    {
        if (_count == 0)
        {
            throw new InvalidOperationException("The length of training was not given: it is 0 rounds. Give at least 1, as in TrainingLength.Rounds(1).");
        }

        switch (_unit)
        {
            case Unit.Rounds:
                return _count;
            case Unit.Samples:
                return roundsFor(DivideUp(_count, batchSize));
            default:
                var perEpoch = batchesPerEpoch ?? throw new InvalidOperationException("The source is endless and has no epochs. Give the length in rounds or samples.");
                var epochs = Math.Min(_count, long.MaxValue / perEpoch);
                return roundsFor(epochs * perEpoch);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{_count} {_unit.ToString().ToLowerInvariant()}");

    internal static long DivideUp(long count, long size) => (count / size) + (count % size == 0 ? 0 : 1);
}
