namespace Gan.Net.Reporting.Tests.Plots;

public sealed class PlotNumbersTests
{
    [Theory]
    [InlineData(new[] { 0.0, 0.5, 1 }, new[] { "0", "0.5", "1.0" })]
    [InlineData(new[] { -2.0, 0, 2 }, new[] { "−2", "0", "2" })]
    [InlineData(new[] { 0.0, 5000, 10000 }, new[] { "0", "5k", "10k" })]
    [InlineData(new[] { 0.0, 500_000, 1_000_000 }, new[] { "0", "0.5M", "1.0M" })]
    [InlineData(new[] { 2e9, 4e9 }, new[] { "2G", "4G" })]
    [InlineData(new[] { 0.0, 2e-7 }, new[] { "0", "2e−7" })]
    [InlineData(new[] { 0.998, 0.999 }, new[] { "0.998", "0.999" })]
    public void OfTicks_Values_ShareUnitAndDecimals(double[] ticks, string[] expected) => Assert.Equal(expected, PlotNumbers.OfTicks(ticks));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1.38629, "1.386")]
    [InlineData(-0.00421, "−0.0042")]
    [InlineData(212.345, "212.3")]
    [InlineData(0.000123, "1.23e−4")]
    [InlineData(1234567, "1.23e6")]
    public void Alone_Value_HasAboutFourDigits(double value, string expected) => Assert.Equal(expected, PlotNumbers.Alone(value));
}
