using static TorchSharp.torch;

namespace Gan.Net.Evaluation.Tests.Modes;

public class ClassCoverageTests
{
    [Fact]
    public void Compute_OfLabels_CountsThem()
    {
        var coverage = new ClassCoverage(4, "judge");
        using var first = tensor(new long[] { 0, 2, 2 });
        using var second = tensor(new byte[] { 2 });
        coverage.Add(first);
        coverage.Add(second);

        var result = coverage.Compute();

        Assert.Equal([1, 0, 3, 0], result.Counts);
        Assert.Equal((2, 4, 4), (result.Covered, result.Modes, result.Samples));
        Assert.Null(result.HighQuality);
        Assert.Equal((0.25 * Math.Log(1)) + (0.75 * Math.Log(3)), result.KlToUniform, 1e-12);
        Assert.Equal(["modes-of4-4-judge", "mode-kl-of4-4-judge"], result.Results.Select(metric => metric.Name));
        Assert.Equal("2 of 4 modes in 4 samples, KL 0.8240", result.ToString());
    }

    [Fact]
    public void Add_LabelsThatDoNotFit_CountsNothing()
    {
        var coverage = new ClassCoverage(3, "judge");
        using var outside = tensor(new long[] { 0, 3 });
        using var floats = tensor(new float[] { 0 });

        Assert.Equal("Label 1 is 3; expected 0 to 2. (Parameter 'labels')", Assert.Throws<ArgumentException>(() => coverage.Add(outside)).Message);
        Assert.Equal("The labels are Float32 [1]; expected whole numbers [N]. (Parameter 'labels')", Assert.Throws<ArgumentException>(() => coverage.Add(floats)).Message);
        Assert.Equal("No sample was added. Call Add first.", Assert.Throws<TooFewSamplesException>(() => coverage.Compute()).Message);
    }

    [Fact]
    public void Reset_AfterLabels_ForgetsThem()
    {
        var coverage = new ClassCoverage(3, "judge");
        using var labels = tensor(new long[] { 0, 1 });
        coverage.Add(labels);
        coverage.Reset();

        Assert.Throws<TooFewSamplesException>(() => coverage.Compute());
    }
}
