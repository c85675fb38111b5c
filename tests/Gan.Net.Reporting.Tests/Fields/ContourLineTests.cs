using Gan.Net.Reporting.Tests.Support;
using static TorchSharp.torch;

namespace Gan.Net.Reporting.Tests.Fields;

public sealed class ContourLineTests
{
    [Fact]
    public void Find_LinearField_IsItsLine()
    {
        var line = Of(points => points.select(1, 0) * 2 + points.select(1, 1) - 0.3, 7);

        Assert.All(line, piece =>
        {
            Assert.Equal(0.3, 2 * piece.X1 + piece.Y1, 1e-5);
            Assert.Equal(0.3, 2 * piece.X2 + piece.Y2, 1e-5);
        });

        // From y = -1 at x = 0.65 to y = 1 at x = -0.35.
        Assert.Equal(Math.Sqrt(1 + 4), Length(line), 1e-5);
    }

    [Fact]
    public void Find_Circle_HasItsRadiusAndLengthAndIsClosed()
    {
        var line = Of(points => 0.3721 - points.square().sum(1), 81);

        Assert.All(line, piece => Assert.Equal(0.61, double.Hypot(piece.X1, piece.Y1), 5e-4));
        Assert.Equal(2 * Math.PI * 0.61, Length(line), 4e-3);
        var ends = line.SelectMany(piece => new[] { (piece.X1, piece.Y1), (piece.X2, piece.Y2) }).Select(Rounded).GroupBy(end => end);
        Assert.All(ends, end => Assert.Equal(2, end.Count()));
    }

    // Corners (-1,-1) and (1,1) above; the mean of the four is the constant.
    [Theory]
    [InlineData(0.2)]
    [InlineData(-0.2)]
    public void Find_Saddle_TheMiddleDecidesWhichCornersAreJoined(double middle)
    {
        var line = Of(points => points.select(1, 0) * points.select(1, 1) + middle, 2);

        Assert.Equal(2, line.Count);
        Assert.All(line, piece =>
        {
            // The corners that stand alone lie where x·y has the other sign; each piece stays on one side of the diagonal.
            var sign = middle > 0 ? -1 : 1;
            Assert.True((piece.X1 + sign * piece.Y1) * (piece.X2 + sign * piece.Y2) > 0);
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Find_NoCrossing_IsEmpty(double level) => Assert.Empty(Of(points => points.select(1, 0) * 0 + level, 5));

    [Fact]
    public void Find_CellsWithoutNumbers_AreLeftOut()
    {
        var line = Of(points => points.select(1, 0) / points.select(1, 1).sub(1).abs(), 3);

        Assert.All(line, piece => Assert.True(piece.Y1 <= 0 && piece.Y2 <= 0));
        Assert.NotEmpty(line);
    }

    private static List<Segment> Of(Func<Tensor, Tensor> logits, int resolution)
    {
        using var scope = NewDisposeScope();
        using var critic = new PlaneCritic(logits);
        return ContourLine.Find(DiscriminatorField.Measure(critic, 1, resolution), 0);
    }

    private static double Length(List<Segment> line) => line.Sum(piece => double.Hypot(piece.X2 - piece.X1, piece.Y2 - piece.Y1));

    private static (double, double) Rounded((double X, double Y) point) => (Math.Round(point.X, 5), Math.Round(point.Y, 5));
}
