using Gan.Net.Checkpoints;
using Gan.Net.IO;
using Gan.Net.Regularizers;
using Gan.Net.Tests.Support;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Checkpoints;

public sealed class RunCheckpointsTests : IDisposable
{
    private static readonly GanTrainerOptions _rules = new()
    {
        Regularizers = [new R1Penalty { Every = 3 }, new LeCamPenalty()],
        GeneratorOptimizer = new SgdSettings { Momentum = 0.9 },
        Ema = new EmaSettings(),
    };

    private readonly ScratchFolder _folder = new();
    private readonly TinyGan _gan = new(_rules);

    public void Dispose()
    {
        _gan.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public void Resume_AnyRound_GoesOnBitForBit(int rounds)
    {
        Play(_gan, rounds);
        Save(_gan);
        Play(_gan, 4);

        using var other = new TinyGan(_rules);
        using var run = RunCheckpoints.Open(_folder.Path);
        using var source = other.Source();
        Assert.Equal(rounds, run.Resume(other.Trainer, source)!.Rounds);
        Play(other, 4);

        Assert.Equal(TrainerDigest.Of(_gan.Trainer), TrainerDigest.Of(other.Trainer));
    }

    [Fact]
    public void Restore_TrainerThatWentFurther_GoesBackAndOnAgainBitForBit()
    {
        Play(_gan, 2);
        var path = Save(_gan);
        Play(_gan, 4);
        var after = TrainerDigest.Of(_gan.Trainer);

        using var source = _gan.Source();
        Checkpoint.Open(path).Restore(_gan.Trainer, source);
        Play(_gan, 4);

        Assert.Equal(after, TrainerDigest.Of(_gan.Trainer));
    }

    [Fact]
    public void Restore_ToTheStart_ForgetsWhatOptimizersAndPartsDidNotKnowThen()
    {
        var start = TrainerDigest.Of(_gan.Trainer);
        var path = Save(_gan);
        Play(_gan, 3);

        using var source = _gan.Source();
        Checkpoint.Open(path).Restore(_gan.Trainer, source);

        Assert.Equal(start, TrainerDigest.Of(_gan.Trainer));
    }

    [Fact]
    public void Save_Trainer_ChangesNothingInItAndLeavesNoTensor()
    {
        Play(_gan, 3);
        using var run = RunCheckpoints.Open(_folder.Path);
        using var source = _gan.Source();
        run.Save(_gan.Trainer, source);
        var before = TrainerDigest.Of(_gan.Trainer);

        Assert.Equal(0, Footprint.TensorsLeftBy(() => run.Save(_gan.Trainer, source)));

        Assert.Equal(before, TrainerDigest.Of(_gan.Trainer));
    }

    [Fact]
    public void Restore_Again_LeavesNoTensor()
    {
        Play(_gan, 3);
        var checkpoint = Checkpoint.Open(Save(_gan));
        using var source = _gan.Source();
        checkpoint.Restore(_gan.Trainer, source);

        Assert.Equal(0, Footprint.TensorsLeftBy(() => checkpoint.Restore(_gan.Trainer, source)));
    }

    [Fact]
    public void Save_Trainer_WritesModulesUnderTheirOwnNames()
    {
        Play(_gan, 1);
        var path = Save(_gan);

        Assert.Equal(
            ["discriminator.safetensors", "generator.safetensors", "manifest.json", "state.ema.safetensors", "state.regularizer.1.LeCamPenalty.safetensors", "training.safetensors"],
            Directory.GetFiles(path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using var fresh = new TinyGenerator(seed: 9);
        ModuleState.Load(fresh, Path.Combine(path, "generator.safetensors"));
        Weights.AssertSame(Weights.Of(_gan.Generator), Weights.Of(fresh));
    }

    [Fact]
    public void Save_ManyTimes_KeepsTheLastAndTheBest()
    {
        using var run = RunCheckpoints.Open(_folder.Path, new RunCheckpointsOptions { KeepLast = 2, KeepBest = 1 });
        using var source = _gan.Source();
        foreach (var score in (double?[])[9, 4, null, 6, double.NaN, 5])
        {
            Play(_gan, 1);
            run.Save(_gan.Trainer, source, score);
        }

        Assert.Equal(["000002-round-2", "000005-round-5", "000006-round-6"], Names());
        Assert.Equal(4, Checkpoint.Open(Path.Combine(run.Folder, "000002-round-2")).Score);
    }

    [Fact]
    public void Open_AfterBestWasSavedByAnother_StillKeepsIt()
    {
        using (var run = RunCheckpoints.Open(_folder.Path))
        using (var source = _gan.Source())
        {
            run.Save(_gan.Trainer, source, score: 1);
        }

        Save(_gan);
        Save(_gan);
        Save(_gan);

        Assert.Equal(["000001-round-0", "000003-round-0", "000004-round-0"], Names());
    }

    [Fact]
    public void Open_LeftoversOfAStoppedProcess_AreRemoved()
    {
        Save(_gan);
        _folder.File("checkpoints/.tmp-0123/generator.safetensors", [1, 2, 3]);

        RunCheckpoints.Open(_folder.Path).Dispose();

        Assert.Equal(["000001-round-0"], Names());
    }

    [Fact]
    public void FindNewest_NewestDamaged_FindsTheOneBeforeAndSaysSo()
    {
        Save(_gan);
        var path = Path.Combine(Save(_gan), "generator.safetensors");
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);

        using var run = RunCheckpoints.Open(_folder.Path);

        Assert.EndsWith("000001-round-0", run.FindNewest()!.Path, StringComparison.Ordinal);
        Assert.Equal($"{path}, offset 0: The file is damaged: its digest is not the one in the manifest.", Assert.IsType<DataFormatException>(Assert.Single(run.Damages)).Message);
    }

    [Fact]
    public void FindNewest_NothingSaved_IsNull()
    {
        using var run = RunCheckpoints.Open(_folder.Path);
        Assert.Null(run.FindNewest());
        Assert.Empty(run.Damages);
    }

    [Fact]
    public void Save_DamagedOnesBefore_GoWhenEnoughSoundOnesFollow()
    {
        File.WriteAllText(Path.Combine(Save(_gan), "manifest.json"), "{}");
        Save(_gan);
        Assert.Equal(["000001-round-0", "000002-round-0"], Names());

        Save(_gan);

        Assert.Equal(["000002-round-0", "000003-round-0"], Names());
    }

    [Theory]
    [InlineData("generator")]
    [InlineData("optimizer")]
    [InlineData("state")]
    public void Save_NonFiniteNumber_IsRefusedAndNothingIsWritten(string where)
    {
        Play(_gan, 1);
        Save(_gan);
        var expected = where switch
        {
            "generator" => Poison(_gan.Generator.Layer.weight!, "generator.safetensors: layer.weight"),
            "optimizer" => Poison(_gan.Trainer.Players[1].Settings.ReadState(_gan.Trainer.Players[1].Optimizer)["momentum_buffer"], "training.safetensors: optimizer.generator.momentum_buffer"),
            _ => Poison(_gan.Trainer.RegularizerStates[1].Tensors["real"], "state.regularizer.1.LeCamPenalty.safetensors: real"),
        };

        var refusal = Assert.Throws<NonFiniteStateException>(() => Save(_gan));

        var path = _folder.File("checkpoints/000002-round-1");
        Assert.Equal($"'{expected}' holds NaN or infinity, so the checkpoint '{path}' was not written. Go on from an earlier one, with a smaller learning rate.", refusal.Message);
        Assert.Equal(["000001-round-1"], Names());
    }

    [Fact]
    public void Save_AverageInTheWeightsPlace_IsRefused()
    {
        Play(_gan, 1);
        using var shown = _gan.Trainer.ShowAveraged();
        Assert.Throws<InvalidOperationException>(() => Save(_gan));
    }

    [Fact]
    public void Open_OptionsBreakRules_NamesAll() =>
        Assert.Equal(
            "RunCheckpointsOptions: KeepLast must be at least 1, was 0; KeepBest must be at least 0, was -1.",
            Assert.Throws<ArgumentException>(() => RunCheckpoints.Open(_folder.Path, new RunCheckpointsOptions { KeepLast = 0, KeepBest = -1 })).Message);

    private static string Poison(Tensor tensor, string name)
    {
        using var still = no_grad();
        tensor.flatten().narrow(0, 0, 1).fill_(double.NaN);
        return name;
    }

    private static void Play(TinyGan gan, int rounds)
    {
        if (rounds > 0)
        {
            using var source = gan.Source();
            gan.Trainer.Fit(source, TrainingLength.Rounds(rounds));
        }
    }

    private string Save(TinyGan gan)
    {
        using var run = RunCheckpoints.Open(_folder.Path);
        using var source = gan.Source();
        return run.Save(gan.Trainer, source);
    }

    private IEnumerable<string?> Names() =>
        Directory.GetFileSystemEntries(_folder.File("checkpoints")).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
