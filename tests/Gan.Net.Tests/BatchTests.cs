using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests;

public sealed class BatchTests
{
    [Fact]
    public void Create_SamplesAndLabels_KeepsBoth()
    {
        using var batch = new Batch(zeros(3, 2), zeros(3, dtype: ScalarType.Int64));

        Assert.Equal(3, batch.Size);
        Assert.Equal([3L, 2L], batch.Samples.shape);
        Assert.Equal([3L], batch.Condition!.shape);
    }

    [Fact]
    public void Dispose_Batch_DisposesBothTensorsOnce()
    {
        var (samples, labels) = (zeros(3, 2), zeros(3, dtype: ScalarType.Int64));
        var batch = new Batch(samples, labels);

        batch.Dispose();
        batch.Dispose();

        Assert.True(samples.IsInvalid);
        Assert.True(labels.IsInvalid);
    }

    [Fact]
    public void Create_Scalar_IsRefused()
    {
        using var scalar = tensor(1f);

        Assert.Equal(
            "The samples are a scalar; expected [N, ...]. (Parameter 'samples')",
            Assert.Throws<ArgumentException>("samples", () => new Batch(scalar)).Message);
    }

    [Theory]
    [InlineData("[4]; expected [3]", new long[] { 4 })]
    [InlineData("[3, 1]; expected [3]", new long[] { 3, 1 })]
    public void Create_LabelsThatAreNotOneEach_AreRefused(string shapes, long[] shape)
    {
        using var samples = zeros(3, 2);
        using var labels = zeros(shape);

        Assert.Equal(
            $"The labels are {shapes}, one for each sample. (Parameter 'labels')",
            Assert.Throws<ArgumentException>("labels", () => new Batch(samples, labels)).Message);
    }
}
