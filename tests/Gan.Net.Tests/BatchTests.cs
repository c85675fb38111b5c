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
    [InlineData("[4]; expected [3] or [3, ...]", new long[] { 4 })]
    [InlineData("[1, 3]; expected [3] or [3, ...]", new long[] { 1, 3 })]
    [InlineData("[]; expected [3] or [3, ...]", new long[] { })]
    public void Create_ConditionThatIsNotOneEach_IsRefused(string shapes, long[] shape)
    {
        using var samples = zeros(3, 2);
        using var condition = zeros(shape);

        Assert.Equal(
            $"The condition is {shapes}, one for each sample. (Parameter 'condition')",
            Assert.Throws<ArgumentException>("condition", () => new Batch(samples, condition)).Message);
    }

    [Fact]
    public void To_TheDeviceItIsOn_IsTheBatchItself()
    {
        using var batch = new Batch(zeros(3, 2), zeros(3, 1, 4, 4));

        Assert.Same(batch, batch.To(CPU));
        Assert.Equal([batch.Samples, batch.Condition!], batch.Tensors);
    }
}
