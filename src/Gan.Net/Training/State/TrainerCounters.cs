namespace Gan.Net.Training;

/// <summary>How far a trainer has come.</summary>
/// <param name="Rounds">Rounds finished.</param>
/// <param name="BatchesDrawn">Batches drawn: the place in the data's order.</param>
/// <param name="SamplesSeen">Real samples seen.</param>
internal readonly record struct TrainerCounters(long Rounds, long BatchesDrawn, long SamplesSeen);
