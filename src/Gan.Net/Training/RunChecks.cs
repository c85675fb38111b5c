using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>Looks at what a run was given before anything of it happens.</summary>
internal static class RunChecks
{
    public static void CheckSource<TBatch>(IBatchSource<TBatch> source)
        where TBatch : class, IBatch
    {
        if (source.BatchSize < 1)
        {
            throw new ArgumentException($"The source's batches have {source.BatchSize} samples; expected at least 1.", nameof(source));
        }

        if (source.BatchesPerEpoch < 1)
        {
            throw new ArgumentException($"The source has {source.BatchesPerEpoch} batches in an epoch; expected at least 1. Is it empty, or its batch larger than its set?", nameof(source));
        }
    }

    public static void CheckHooks(IReadOnlyList<TrainingHook> hooks)
    {
        for (var i = 0; i < hooks.Count; i++)
        {
            var hook = hooks[i] ?? throw new ArgumentException($"Hook {i} of {hooks.Count} is null.", nameof(hooks));
            if (hook.Every < 1)
            {
                throw new ArgumentException($"{hook.GetType().Name}.Every must be at least 1, was {hook.Every}.", nameof(hooks));
            }
        }
    }

    /// <summary>The batch with this number on a device, if the source gave one.</summary>
    public static TBatch BatchOf<TBatch>(IBatchSource<TBatch> source, long index, Device device)
        where TBatch : class, IBatch
    {
        var batch = source.GetBatch(index) ?? throw new InvalidOperationException($"The source gave null for batch {index}; expected a batch.");
        var moved = batch.To(device);
        if (ReferenceEquals(moved, batch))
        {
            return batch;
        }

        batch.Dispose();
        return moved as TBatch
            ?? throw new InvalidOperationException($"{batch.GetType().Name}.To returned {moved.GetType().Name}; expected {typeof(TBatch).Name}.");
    }
}
