using System.Runtime.InteropServices;
using Gan.Net.Tests.Support;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Training;

/// <summary>A lack of memory: thrown with the texts the engine was seen to give, and had from the engine itself.</summary>
public sealed class OutOfMemoryTests
{
    public static TheoryData<string> Texts =>
    [
        "CUDA out of memory. Tried to allocate 2.00 GiB (GPU 0; 15.78 GiB total capacity; 13.02 GiB already allocated)\nException raised from malloc",
        "CUDA error: out of memory",
        "[enforce fail at alloc_cpu.cpp:127] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to allocate 13142599922700 bytes. Error code 12 (Cannot allocate memory)",
        "[enforce fail at C:\\pytorch\\c10\\core\\impl\\alloc_cpu.cpp:72] data. DefaultCPUAllocator: not enough memory: you tried to allocate 4398046511104 bytes.",
        "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`",
        "cuDNN error: CUDNN_STATUS_ALLOC_FAILED",
        "cuDNN error: CUDNN_STATUS_INTERNAL_ERROR_DEVICE_ALLOCATION_FAILED",
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

    /// <summary>Calls that find no memory, each by another way through the engine.</summary>
    public static TheoryData<string> Calls => [.. _calls.Keys];

    private static readonly Dictionary<string, Func<Tensor>> _calls = new()
    {
        ["zeros"] = () => zeros(1L << 50),
        ["uniform_"] = () => empty(1L << 50).uniform_(0, 1),
        ["randn"] = () => randn(1L << 50),
        ["broadcast"] = () => zeros(1 << 25, 1) + zeros(1, 1 << 25),
        ["mm"] = () => zeros(1 << 25, 1).mm(zeros(1, 1 << 25)),
        ["clone"] = () => zeros(1).expand(1L << 50).clone(),
        ["cat"] = () => cat([zeros(1).expand(1L << 50), zeros(1)]),
        ["conv2d"] = () => nn.functional.conv2d(zeros(1, 1, 1, 1).expand(1L << 36, 64, 64, 64), zeros(64, 64, 3, 3)),
        ["sort"] = () => zeros(1).expand(1L << 50).sort(0).Values,
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void Fit_EngineReallyOutOfMemory_IsRecognised(string call)
    {
        using var gan = new TinyGan();
        using var source = gan.Source();
        gan.Discriminator.Scoring = () => _calls[call]().Dispose();

        Assert.Throws<OutOfTensorMemoryException>(() => gan.Trainer.Fit(source, TrainingLength.Rounds(1)));
    }

    private static string TrainerDigestWithoutChance(TinyGan gan) => string.Join(
        '|', gan.Weights.Select(pair => $"{pair.Key} {string.Join(',', pair.Value.Select(BitConverter.DoubleToInt64Bits))}"));
}
