namespace Gan.Net.Training;

/// <summary>
/// How long to train: a number of rounds, samples or epochs, counted from where the trainer stands (<see cref="Rounds"/>), or a total to reach
/// (<see cref="UntilRound"/>), for programs that go on from a checkpoint.
/// </summary>
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
    private readonly bool _isTotal;

    private TrainingLength(Unit unit, long count, bool isTotal = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        _unit = unit;
        _count = count;
        _isTotal = isTotal;
    }

    /// <summary>Rounds of the game: each player takes its steps once in a round.</summary>
    public static TrainingLength Rounds(long count) => new(Unit.Rounds, count);

    /// <summary>Real samples seen, counting every batch as a full one, rounded up to whole rounds.</summary>
    public static TrainingLength Samples(long count) => new(Unit.Samples, count);

    /// <summary>Passes over the data; needs a source that is not endless. Rounded up to whole rounds.</summary>
    public static TrainingLength Epochs(long count) => new(Unit.Epochs, count);

    /// <summary>Until the trainer has finished so many rounds in all. Returns at once when it has.</summary>
    public static TrainingLength UntilRound(long count) => new(Unit.Rounds, count, true);

    /// <summary>Until the trainer has seen so many real samples in all. Returns at once when it has.</summary>
    public static TrainingLength UntilSamples(long count) => new(Unit.Samples, count, true);

    /// <summary>Until the trainer has passed over the data so many times in all; needs a source that is not endless. Returns at once when it has.</summary>
    public static TrainingLength UntilEpoch(long count) => new(Unit.Epochs, count, true);

    /// <summary>Whether this is a total to reach, not a length from where the trainer stands.</summary>
    internal bool IsTotal => _isTotal;

    /// <summary>The round this length ends at; the present one when a total is reached.</summary>
    internal long LastRound(long rounds, long samplesSeen, long batchesDrawn, int batchSize, long? batchesPerEpoch, Func<long, long> roundsFor)
    {
        var left = this;
        if (_isTotal)
        {
            var count = _unit switch
            {
                Unit.Rounds => _count - rounds,
                Unit.Samples => _count - samplesSeen,
                _ => TotalBatches(batchesPerEpoch) - batchesDrawn,
            };
            if (count <= 0)
            {
                return rounds;
            }

            if (_unit == Unit.Epochs)
            {
                return rounds + Math.Min(roundsFor(count), long.MaxValue - rounds);
            }

            left = new TrainingLength(_unit, count);
        }

        return rounds + Math.Min(left.ToRounds(batchSize, batchesPerEpoch, roundsFor), long.MaxValue - rounds);
    }

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
                return roundsFor(TotalBatches(batchesPerEpoch));
        }
    }

    private long TotalBatches(long? batchesPerEpoch)
    {
        var perEpoch = batchesPerEpoch ?? throw new InvalidOperationException("The source is endless and has no epochs. Give the length in rounds or samples.");
        return Math.Min(_count, long.MaxValue / perEpoch) * perEpoch;
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{(_isTotal ? "until " : "")}{_count} {_unit.ToString().ToLowerInvariant()}");

    internal static long DivideUp(long count, long size) => (count / size) + (count % size == 0 ? 0 : 1);
}
