namespace Gan.Net.Features;

/// <summary>One pass over labelled data.</summary>
internal static class LabelledEpoch
{
    /// <summary>The batches of the first epoch; each is disposed when the next is asked for.</summary>
    /// <exception cref="ArgumentException">The source is endless, or has no labels.</exception>
    public static IEnumerable<Batch> Of(IBatchSource<Batch> data)
    {
        var batches = data.BatchesPerEpoch ?? throw new ArgumentException("The source is endless; expected one with epochs.", nameof(data));
        for (var i = 0L; i < batches; i++)
        {
            using var batch = data.GetBatch(i);
            yield return batch.Condition is null ? throw new ArgumentException("The source has no labels; a classifier needs them.", nameof(data)) : batch;
        }
    }
}
