using Gan.Net.Tests.Support;
using Gan.Net.Training;

namespace Gan.Net.Tests.Training;

public sealed class TrainerLogTests
{
    [Fact]
    public void Fit_Run_LogsItsStartAndEnd()
    {
        var logger = new RecordingLogger();
        using var gan = new TinyGan(logger: logger);
        using var source = gan.Source();

        gan.Trainer.Fit(source, TrainingLength.Rounds(2));
        gan.Trainer.Fit(source, TrainingLength.Rounds(3));

        Assert.Equal(
            [
                "Information 1: GanTrainer starts at round 0 and ends at round 2, on cpu",
                "Information 2: GanTrainer ended at round 2 after 8 samples (cancelled: False)",
                "Information 1: GanTrainer starts at round 2 and ends at round 5, on cpu",
                "Information 2: GanTrainer ended at round 5 after 20 samples (cancelled: False)",
            ],
            logger.Messages);
    }

    [Fact]
    public void Fit_Cancelled_LogsThatItWas()
    {
        var logger = new RecordingLogger();
        using var gan = new TinyGan(logger: logger);
        using var source = gan.Source();

        Assert.Throws<OperationCanceledException>(() =>
            gan.Trainer.Fit(source, TrainingLength.Rounds(2), cancellationToken: new CancellationToken(canceled: true)));

        Assert.Equal("Information 2: GanTrainer ended at round 0 after 0 samples (cancelled: True)", logger.Messages[^1]);
    }
}
