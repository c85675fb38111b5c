using static TorchSharp.torch;

namespace Gan.Net.Reporting.Tests;

public sealed class ScatterPictureTests
{
    [Theory]
    [InlineData(0.5f, 0.5f, 75, 25)]
    [InlineData(-0.5f, 0.5f, 25, 25)]
    [InlineData(0.5f, -0.5f, 75, 75)]
    public void Add_Point_IsRightAndUpwards(float x, float y, int column, int row)
    {
        using var points = tensor(new float[,] { { x, y } });

        var image = new ScatterPicture(extent: 1, size: 100).Add(points, Rgb.Pink).Image;

        Assert.Equal((column, row), Brightest(image));
    }

    [Fact]
    public void Add_PointsOutsideAndNotANumber_LeavesTheGround()
    {
        using var points = tensor(new float[,] { { 1.1f, 0 }, { 0, -3 }, { float.NaN, 0 }, { float.PositiveInfinity, 0.5f } });

        var image = new ScatterPicture(1, 64).Add(points, Rgb.Cyan).Image;

        Assert.Equal(new ScatterPicture(1, 64).Image.Pixels.ToArray(), image.Pixels.ToArray());
    }

    [Fact]
    public void Add_SamePointAgain_GetsNearerToTheColour()
    {
        using var point = tensor(new float[,] { { 0.5f, 0.5f } });
        var picture = new ScatterPicture(1, 100);

        var once = picture.Add(point, Rgb.Pink).Image.Row(25)[75 * 3];
        var twice = picture.Add(point, Rgb.Pink).Image.Row(25)[75 * 3];

        Assert.InRange(once, Rgb.Night.Red + 1, twice - 1);
        Assert.InRange(twice, once + 1, Rgb.Pink.Red);
    }

    [Fact]
    public void Add_WrongShape_SaysSo()
    {
        using var points = zeros(4, 3);

        var error = Assert.Throws<ArgumentException>(() => new ScatterPicture(1).Add(points, Rgb.Pink));

        Assert.StartsWith("The points are [4, 3]; expected [N, 2].", error.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    public void Constructor_NoExtent_Refuses(double extent) => Assert.Throws<ArgumentOutOfRangeException>(() => new ScatterPicture(extent));

    private static (int Column, int Row) Brightest(Imaging.PixelImage image) =>
        Enumerable.Range(0, image.Width * image.Height)
            .Select(i => (Column: i % image.Width, Row: i / image.Width))
            .MaxBy(at => image.Row(at.Row)[at.Column * 3]);
}
