namespace Gan.Net.Training;

/// <summary>Passes reports on to an <see cref="IProgress{T}"/>.</summary>
/// <param name="progress">Who is told.</param>
/// <param name="every">Rounds between two reports, at least 1.</param>
public sealed class ProgressHook(IProgress<TrainingReport> progress, long every = 50) : TrainingHook
{
    /// <inheritdoc/>
    public override long Every { get; } = every;

    /// <inheritdoc/>
    public override void OnReport(TrainingReport report, IReadOnlyList<ISampler> views) => progress.Report(report);
}
