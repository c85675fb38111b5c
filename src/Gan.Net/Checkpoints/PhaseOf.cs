using Gan.Net.Training;

namespace Gan.Net.Checkpoints;

/// <summary>A phase whose batches are of one type.</summary>
internal sealed class PhaseOf<TBatch>(
    string name, Func<Trainer<TBatch>> makeTrainer, Func<IBatchSource<TBatch>> makeSource, TrainingLength length,
    Func<Trainer<TBatch>, IReadOnlyList<TrainingHook>>? makeHooks, CheckpointHookOptions? checkpoint) : Phase(name)
    where TBatch : class, IBatch
{
    internal override TrainingResult Play(string folder, CancellationToken cancellationToken)
    {
        using var trainer = makeTrainer();
        using var source = makeSource();
        using var run = RunCheckpoints.Open(folder);
        run.Resume(trainer, source);
        // The last checkpoint is saved at the end of the run, so the next process finds the phase over.
        IReadOnlyList<TrainingHook> hooks = [.. makeHooks?.Invoke(trainer) ?? [], new CheckpointHook<TBatch>(trainer, source, run, checkpoint)];
        return trainer.Fit(source, length, hooks, cancellationToken);
    }
}
