namespace Gan.Net.Tests;

public sealed class OptionProblemsTests
{
    [Fact]
    public void ThrowIfAny_NoProblem_DoesNothing()
    {
        var (rate, steps) = (.5, 3);

        Assert.Null(Record.Exception(() =>
            new OptionProblems("MyOptions").Positive(rate).InRange(rate, 0, 1).AtLeast(steps, 3).Require(true, "must be", rate).ThrowIfAny()));
    }

    [Fact]
    public void ThrowIfAny_Problems_NamesEachByItsProperty()
    {
        var (rate, steps, name) = (-.5, 2, (string?)null);

        var failure = Assert.Throws<ArgumentException>(() =>
            new OptionProblems("MyOptions").Positive(rate).InRange(rate, 0, 1.5).AtLeast(steps, 3).Require(name is not null, "must be given", name).ThrowIfAny());

        Assert.Equal(
            "MyOptions: rate must be positive, was -0.5; rate must be in [0, 1.5), was -0.5; steps must be at least 3, was 2; name must be given, was null.",
            failure.Message);
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(0, "0")]
    public void Positive_NotAPositiveNumber_IsAProblem(double rate, string shown) =>
        Assert.Equal(
            $"MyOptions: rate must be positive, was {shown}.",
            Assert.Throws<ArgumentException>(() => new OptionProblems("MyOptions").Positive(rate).ThrowIfAny()).Message);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(1)]
    [InlineData(-1e-9)]
    public void InRange_OutsideOrTheUpperEnd_IsAProblem(double share) =>
        Assert.Throws<ArgumentException>(() => new OptionProblems("MyOptions").InRange(share, 0, 1).ThrowIfAny());

    [Fact]
    public void Within_Part_PutsItsNameBeforeTheProperties()
    {
        var (outer, size, after) = ("x", 0, 0);

        var failure = Assert.Throws<ArgumentException>(() => new OptionProblems("MyOptions")
            .Within(outer, (_, problems) => problems.AtLeast(size, 1).Within(outer, (_, inner) => inner.AtLeast(size, 2), "Deep"))
            .AtLeast(after, 1)
            .ThrowIfAny());

        Assert.Equal(
            "MyOptions: outer.size must be at least 1, was 0; outer.Deep.size must be at least 2, was 0; after must be at least 1, was 0.",
            failure.Message);
    }

    [Fact]
    public void Within_NoPart_IsAProblem()
    {
        string? part = null;

        Assert.Equal(
            "MyOptions: part must be given, was null.",
            Assert.Throws<ArgumentException>(() => new OptionProblems("MyOptions").Within(part, (_, _) => { }).ThrowIfAny()).Message);
    }
}
