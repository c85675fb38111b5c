using Gan.Net.Imaging;
using static TorchSharp.torch;

namespace Gan.Net.Reporting.Tests;

public class ScatterPlotTests
{
    private static readonly ScatterPlotOptions Options = new() { Size = 100, Limit = 1, Opacity = 1 };

    [Theory]
    [InlineData(300, 1)]
    [InlineData(640, 2)]
    public void Draw_Title_StandsInTheUpperLeftCorner(int size, int scale)
    {
        using var points = zeros(1, 2);
        var options = new ScatterPlotOptions { Size = size, Limit = 1 };
        var expected = ScatterPlot.Draw(points, options: options);
        PictureText.Draw(expected, "round 100", 6 * scale, 6 * scale, PointColours.Line, scale);
        Assert.Equal(expected.Pixels.ToArray(), ScatterPlot.Draw(points, options: options with { Title = "round 100" }).Pixels.ToArray());
    }

    [Fact]
    public void Draw_RealPoint_IsCyanWhereItBelongs()
    {
        using var point = tensor(new[] { 0.5f, 0.5f }, 1, 2);
        var plot = ScatterPlot.Draw(point, options: Options);
        Assert.Equal((64, 208, 224), At(plot, 75, 25));
        Assert.Equal((14, 17, 22), At(plot, 75, 75));
        Assert.Equal((14, 17, 22), At(plot, 25, 25));
        Assert.Equal((44, 51, 62), At(plot, 50, 10));
    }

    [Fact]
    public void Draw_GeneratedPoint_IsPinkAboveRealOnes()
    {
        using var point = tensor(new[] { -0.5f, -0.5f }, 1, 2);
        var plot = ScatterPlot.Draw(point, point, Options);
        Assert.Equal((255, 92, 168), At(plot, 25, 75));
    }

    [Fact]
    public void Draw_GeneratedOverBrighterGround_TakesItsOwnShades()
    {
        // Blending must be able to darken: half of pink over cyan.
        using var point = tensor(new[] { 0.5f, 0.5f }, 1, 2);
        var plot = ScatterPlot.Draw(point, point, Options with { Opacity = 0.5 });
        var (red, green, blue) = At(plot, 75, 25);
        Assert.InRange(red, 140, 150);
        Assert.InRange(green, 98, 106);
        Assert.InRange(blue, 142, 150);
    }

    [Fact]
    public void Draw_NoLimit_HoldsAllRealPoints()
    {
        using var real = tensor(new[] { -3f, 0f, 0f, 2f }, 2, 2);
        using var generated = tensor(new[] { 100f, 100f, float.NaN, 0f, float.PositiveInfinity, 1f }, 3, 2);
        var plot = ScatterPlot.Draw(real, generated, new ScatterPlotOptions { Size = 360, Opacity = 1 });

        // -3 at -1/1.2 of half the width.
        Assert.Equal((64, 208, 224), At(plot, 30, 180));
        Assert.Equal((64, 208, 224), At(plot, 180, 80));
        Assert.DoesNotContain(plot.Pixels.ToArray().Chunk(3), pixel => pixel[0] > 100);
    }

    [Fact]
    public void Draw_NoPoints_Throws()
    {
        var error = Assert.Throws<ArgumentException>(() => ScatterPlot.Draw(null));
        Assert.StartsWith("There are no points: give real ones, generated ones, or both.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_PointsInSpace_SaysWhatItExpects()
    {
        using var points = zeros(4, 3);
        var error = Assert.Throws<ArgumentException>(() => ScatterPlot.Draw(points));
        Assert.StartsWith("The points are [4, 3]; expected [N, 2].", error.Message, StringComparison.Ordinal);
    }

    private static (byte Red, byte Green, byte Blue) At(PixelImage image, int x, int y)
    {
        var pixel = image.Row(y).Slice(3 * x, 3);
        return (pixel[0], pixel[1], pixel[2]);
    }
}
