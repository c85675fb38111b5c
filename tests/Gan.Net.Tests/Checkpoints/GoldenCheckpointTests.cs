using Gan.Net.Checkpoints;
using Gan.Net.Regularizers;
using Gan.Net.Tests.Support;
using Gan.Net.Training;

namespace Gan.Net.Tests.Checkpoints;

/// <summary>Checkpoints that earlier versions wrote, each kept as it was: every version of the format loads for ever, or is refused as such.</summary>
public sealed class GoldenCheckpointTests
{
    private static GanTrainerOptions Rules => new()
    {
        GeneratorOptimizer = new SgdSettings { Momentum = 0.9 },
        Regularizers = [new R1Penalty { Every = 3 }, new LeCamPenalty()],
        Ema = new EmaSettings(),
    };

    [Theory]
    [InlineData("version-1", "15b8ba7124ced31b4cf03f6ddc00dfe2f33ff085f4e7469545ed1382c0a78afb")]
    public void Restore_CheckpointOfAnEarlierVersion_IsWhatWasSavedThen(string version, string digest)
    {
        var checkpoint = Checkpoint.Open(RepositoryFiles.Fixture("checkpoints", version));
        using var gan = new TinyGan(Rules);
        using var source = gan.Source();

        // Options that came later have changed the text of the settings.
        checkpoint.Restore(gan.Trainer, source, differences: CheckpointDifferences.AcceptSettings);

        Assert.Equal((5L, 20L, 0.5), (checkpoint.Rounds, checkpoint.SamplesSeen, checkpoint.Score));
        Assert.Equal(digest, TrainerDigest.Of(gan.Trainer));
    }
}
