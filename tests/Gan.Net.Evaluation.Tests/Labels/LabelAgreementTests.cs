using static TorchSharp.torch;

namespace Gan.Net.Evaluation.Tests.Labels;

public sealed class LabelAgreementTests
{
    [Fact]
    public void Compute_SomeAgree_IsTheirShareInAllAndInEachClass()
    {
        using var scope = NewDisposeScope();
        var agreement = new LabelAgreement(4, "judge");

        agreement.Add(tensor(new[] { 0L, 0, 1, 1 }), tensor(new[] { 0L, 2, 1, 1 }));
        agreement.Add(tensor(new[] { 2L }), tensor(new[] { 0L }));

        var result = agreement.Compute();
        Assert.Equal("label-agreement-of4-5-judge", result.Name);
        Assert.Equal(.6, result.Value, 1e-12);
        Assert.Equal(MetricDirection.HigherIsBetter, result.Direction);
        Assert.Equal([.5, 1, 0, double.NaN], agreement.ByClass);
    }

    [Fact]
    public void Reset_Counted_ForgetsIt()
    {
        using var scope = NewDisposeScope();
        var agreement = new LabelAgreement(2, "judge");
        agreement.Add(tensor(new[] { 0L }), tensor(new[] { 1L }));

        agreement.Reset();

        Assert.Equal("No sample was added. Call Add first.", Assert.Throws<TooFewSamplesException>(agreement.Compute).Message);
    }

    [Fact]
    public void Add_OtherShapesOrTypes_SaysBoth()
    {
        using var scope = NewDisposeScope();

        var failure = Assert.Throws<ArgumentException>("seen", () => new LabelAgreement(2, "judge").Add(tensor(new[] { 0L, 1 }), tensor(new[] { 1f })));

        Assert.StartsWith("The classes asked for are Int64 [2], those seen Float32 [1]; expected Int64 [N] of both.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Add_LabelOutOfRange_CountsNothing()
    {
        using var scope = NewDisposeScope();
        var agreement = new LabelAgreement(2, "judge");

        var failure = Assert.Throws<ArgumentException>("asked", () => agreement.Add(tensor(new[] { 0L, 2 }), tensor(new[] { 0L, 1 })));

        Assert.StartsWith("Label 1 is 2; expected 0 to 1.", failure.Message, StringComparison.Ordinal);
        Assert.Throws<TooFewSamplesException>(agreement.Compute);
    }
}
