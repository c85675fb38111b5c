using Gan.Net.Augmentations;
using Gan.Net.Schedules;
using Gan.Net.Tests.Support;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Augmentations;

public sealed class InstanceNoiseTests
{
    private static readonly InstanceNoise _fading = new() { Deviation = new LinearSchedule { From = 1, To = 0, Over = 100 } };

    [Theory]
    [InlineData(0, 1)]
    [InlineData(75, .25)]
    [InlineData(100, 0)]
    public void Augment_FadingNoise_HasTheDeviationOfTheSamplesSeen(long samplesSeen, double deviation)
    {
        using var scope = NewDisposeScope();
        using var state = new ComponentState();
        using var random = new Generator(3, CPU);
        using var same = new Generator(3, CPU);
        var samples = tensor(new[] { 1.0, -2, 3 }).view(3, 1);
        var noise = randn(samples.shape, dtype: samples.dtype, generator: same);

        var noisy = _fading.Augment(samples, new AugmentationMoment(random, samplesSeen, state));

        Assert.Equal(Values(samples.add(noise.mul(deviation))), Values(noisy), new Near(1e-15));
        Assert.Equal(deviation, _fading.Strength(new AugmentationMoment(random, samplesSeen, state)).ToDouble());
    }

    private static double[] Values(Tensor tensor) => tensor.contiguous().data<double>().ToArray();
}
