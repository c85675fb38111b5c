using System.Runtime.InteropServices;
using Gan.Net.Tests.Support;
using Gan.Net.Training;

namespace Gan.Net.Tests.Training;

/// <summary>A lack of memory, which cannot be had at will on a CPU: thrown with the texts the engine was seen to give.</summary>
public sealed class OutOfMemoryTests
{
    public static TheoryData<string> Texts =>
    [
        "CUDA out of memory. Tried to allocate 2.00 GiB (GPU 0; 15.78 GiB total capacity; 13.02 GiB already allocated)\nException raised from malloc",
        "CUDA error: out of memory",
        "[enforce fail at alloc_cpu.cpp:75] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to allocate 13142599922700 bytes. Error code 12 (Cannot allocate memory)",
        "[enforce fail at C:\\pytorch\\c10\\core\\impl\\alloc_cpu.cpp:72] data. DefaultCPUAllocator: not enough memory: you tried to allocate 4398046511104 bytes.",
        "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`",
        "cuDNN error: CUDNN_STATUS_ALLOC_FAILED",
        "std::bad_alloc",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Fit_EngineOutOfMemory_IsOneTypeAndASmallerBatchGoesOn(string text)
    {
        using var gan = new TinyGan(new GanTrainerOptions { Ema = new EmaSettings() });
        using var large = new NoiseSource(2) { BatchSize = 64 };
        using var small = new NoiseSource(2) { BatchSize = 8 };
        gan.Trainer.Fit(small, TrainingLength.Rounds(3));
        var before = TrainerDigestWithoutChance(gan);
        gan.Discriminator.Scoring = () => throw EngineFailure.With(text);

        var failure = Assert.Throws<OutOfTensorMemoryException>(() => gan.Trainer.Fit(large, TrainingLength.Rounds(2)));

        Assert.Equal(
            $"Round 4 ran out of memory on cpu. The trainer is as it was after its last step; go on with smaller batches. ({text.Split('\n')[0]})",
            failure.Message);
        Assert.Equal((4, "cpu"), (failure.Round, failure.Device));
        Assert.IsType<ExternalException>(failure.InnerException);
        Assert.Equal(before, TrainerDigestWithoutChance(gan));
        gan.Discriminator.Scoring = null;
        Assert.Equal(5, gan.Trainer.Fit(small, TrainingLength.Rounds(2)).Rounds);
    }

    [Fact]
    public void Fit_EngineFailsOtherwise_StaysWhatItIs()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        gan.Trainer.Fit(source, TrainingLength.Rounds(1));
        gan.Discriminator.Scoring = () => throw EngineFailure.With("mat1 and mat2 shapes cannot be multiplied (4x2 and 3x4)");

        Assert.Throws<ExternalException>(() => gan.Trainer.Fit(source, TrainingLength.Rounds(1)));
    }

    [Fact]
    public void Fit_EngineReallyOutOfMemory_IsRecognised()
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        gan.Discriminator.Scoring = () => TorchSharp.torch.zeros(1L << 50).Dispose();

        Assert.Throws<OutOfTensorMemoryException>(() => gan.Trainer.Fit(source, TrainingLength.Rounds(1)));
    }

    private static string TrainerDigestWithoutChance(TinyGan gan) => string.Join(
        '|', gan.Weights.Select(pair => $"{pair.Key} {string.Join(',', pair.Value.Select(BitConverter.DoubleToInt64Bits))}"));
}
