using Microsoft.Extensions.Logging;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>
/// Compares all data with the models: by the source's summary before the first step, or, where there is none, batch by batch as it is
/// drawn. Labels out of range are found before an embedding reads them, which on a GPU would end the program's use of it.
/// </summary>
internal sealed class DataChecks
{
    private readonly int _classes;
    private readonly double? _bound;

    private DataChecks(int classes, double? bound)
    {
        _classes = classes;
        _bound = bound;
    }

    /// <summary>Looks at the summary.</summary>
    /// <param name="summary">What the source knows of its data; null for nothing.</param>
    /// <param name="generator">The generator, which fits the discriminator.</param>
    /// <param name="logger">Who is told of classes without samples.</param>
    /// <returns>What is still to be looked at in each batch; null for nothing.</returns>
    /// <exception cref="ArgumentException">The data does not fit the models.</exception>
    public static DataChecks? Of(DataSummary? summary, IGenerator generator, ILogger logger)
    {
        var labels = summary?.Labels;
        if (generator.Condition.ClassCount > 0 && labels is var (lowest, highest))
        {
            ModelChecks.CheckLabelRange(lowest, highest, generator.Condition.ClassCount);
            TellMissing(summary!, generator.Condition.ClassCount, logger);
        }

        if (summary?.Range is var (least, most))
        {
            ModelChecks.CheckLargest(Math.Max(Math.Abs(least), Math.Abs(most)), generator.Bound);
        }

        var classes = labels is null ? generator.Condition.ClassCount : 0;
        var bound = summary is null ? generator.Bound : null;
        return classes == 0 && bound is null ? null : new DataChecks(classes, bound);
    }

    /// <summary>Looks at a batch as it was drawn.</summary>
    /// <exception cref="ArgumentException">It does not fit the models; the sentence is that of the first batch.</exception>
    public void Look(Batch batch)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        if (_classes > 0)
        {
            ModelChecks.CheckLabels(batch.Condition, _classes);
        }

        // On a device it would wait for the device, and too large a number does no harm there.
        if (_bound is not null && batch.Samples.device_type == DeviceType.CPU && batch.Samples.numel() > 0)
        {
            ModelChecks.CheckBound(batch.Samples, _bound);
        }
    }

    private static void TellMissing(DataSummary summary, int classes, ILogger logger)
    {
        if (summary.Missing(classes) is { Count: > 0 } missing)
        {
            TrainerLog.ClassesWithoutSamples(logger, string.Join(", ", missing), classes);
        }
    }
}
