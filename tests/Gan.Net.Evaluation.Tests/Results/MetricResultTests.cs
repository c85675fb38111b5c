namespace Gan.Net.Evaluation.Tests.Results;

public sealed class MetricResultTests
{
    private static readonly MetricResult _fid = new()
    {
        Metric = "fid",
        Settings = "ddof1",
        Features = "identity",
        RealSamples = 60_000,
        GeneratedSamples = 2_500,
        Value = 12.5,
        Direction = MetricDirection.LowerIsBetter,
    };

    [Fact]
    public void Name_OfEveryPart_JoinsThem()
    {
        Assert.Equal("fid-ddof1-2500-vs-60k-identity", _fid.Name);
        Assert.Equal("fid-ddof1-2500-vs-60k-mnist-train-identity", (_fid with { Data = "mnist-train" }).Name);
    }

    [Fact]
    public void Name_OfFewParts_LeavesTheOthersOut()
    {
        Assert.Equal("is-10k", new MetricResult { Metric = "is", GeneratedSamples = 10_000, Value = 1, Direction = MetricDirection.HigherIsBetter }.Name);
        Assert.Equal("x-999", new MetricResult { Metric = "x", RealSamples = 999, Value = 1, Direction = MetricDirection.HigherIsBetter }.Name);
        Assert.Equal("x", new MetricResult { Metric = "x", Value = 1, Direction = MetricDirection.HigherIsBetter }.Name);
    }

    [Fact]
    public void ToString_WithAndWithoutError_ShowsNameAndValue()
    {
        Assert.Equal("fid-ddof1-2500-vs-60k-identity = 12.5", _fid.ToString());
        Assert.Equal("fid-ddof1-2500-vs-60k-identity = 12.5 ± 0.25", (_fid with { Error = 0.25 }).ToString());
    }

    [Fact]
    public void DifferenceFrom_SameProtocol_IsTheDifference() => Assert.Equal(2.5, _fid.DifferenceFrom(_fid with { Value = 10 }));

    [Fact]
    public void IsBetterThan_SameProtocol_FollowsTheDirection()
    {
        var higher = _fid with { Value = 13 };
        Assert.True(_fid.IsBetterThan(higher));
        Assert.False(higher.IsBetterThan(_fid));
        Assert.False(_fid.IsBetterThan(_fid));
        var score = _fid with { Direction = MetricDirection.HigherIsBetter };
        Assert.False(score.IsBetterThan(higher));
        Assert.True((score with { Value = 14 }).IsBetterThan(higher));
    }

    public static TheoryData<MetricResult> OtherProtocols() =>
    [
        _fid with { Metric = "kid" }, _fid with { Settings = "ddof0" }, _fid with { Features = "inception" }, _fid with { Data = "mnist-train" },
        _fid with { RealSamples = 10_000 }, _fid with { GeneratedSamples = 5_000 },
    ];

    [Theory]
    [MemberData(nameof(OtherProtocols))]
    public void Comparison_WithAnotherProtocol_Throws(MetricResult other)
    {
        var error = Assert.Throws<ProtocolMismatchException>(() => _fid.IsBetterThan(other));
        Assert.Equal(
            $"'fid-ddof1-2500-vs-60k-identity' and '{other.Name}' were measured by different protocols and cannot be compared. Measure both by the same one.",
            error.Message);
        Assert.Equal((_fid.Name, other.Name), (error.Left, error.Right));
        Assert.Throws<ProtocolMismatchException>(() => _fid.DifferenceFrom(other));
    }
}
