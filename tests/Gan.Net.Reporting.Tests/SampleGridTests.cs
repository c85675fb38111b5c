using Gan.Net.Imaging;
using static TorchSharp.torch;

namespace Gan.Net.Reporting.Tests;

public sealed class SampleGridTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Draw_ThreeGraySamples_StandInASquareWithPadding()
    {
        using var scope = NewDisposeScope();
        var samples = stack([full(1, 1, 2, -1f), full(1, 1, 2, 0.2f), full(1, 1, 2, 1f)]);
        var grid = SampleGrid.Draw(samples, new SampleGridOptions { Padding = 1, Background = 7 });
        Assert.Equal((7, 5, 1), (grid.Width, grid.Height, grid.Channels));
        byte[] expected =
        [
            7, 7, 7, 7, 7, 7, 7,
            7, 0, 0, 7, 153, 153, 7,
            7, 7, 7, 7, 7, 7, 7,
            7, 255, 255, 7, 7, 7, 7,
            7, 7, 7, 7, 7, 7, 7,
        ];
        Assert.Equal(expected, grid.Pixels.ToArray());
    }

    [Fact]
    public void Draw_RgbScaledTwice_RepeatsPixels()
    {
        using var scope = NewDisposeScope();
        var sample = tensor(new[] { -1f, 1f, 0.2f, -0.2f, 1f, -1f }, 1, 3, 1, 2);
        var grid = SampleGrid.Draw(sample, new SampleGridOptions { Padding = 0, Scale = 2 });
        Assert.Equal((4, 2, 3), (grid.Width, grid.Height, grid.Channels));
        byte[] row = [0, 153, 255, 0, 153, 255, 255, 102, 0, 255, 102, 0];
        Assert.Equal([.. row, .. row], grid.Pixels.ToArray());
    }

    [Theory]
    [InlineData(1, null, 1, 1)]
    [InlineData(5, null, 3, 2)]
    [InlineData(64, null, 8, 8)]
    [InlineData(5, 4, 4, 2)]
    [InlineData(2, 9, 2, 1)]
    public void Draw_Count_FillsTheGrid(int count, int? columns, int expectedColumns, int expectedRows)
    {
        using var samples = zeros(count, 1, 4, 3);
        var grid = SampleGrid.Draw(samples, new SampleGridOptions { Columns = columns });
        Assert.Equal((expectedColumns * 5 + 2, expectedRows * 6 + 2), (grid.Width, grid.Height));
    }

    [Fact]
    public void Draw_Titles_StandAboveTheColumnsAndBesideTheRows()
    {
        using var samples = full(6, 1, 20, 30, -1f);
        var options = new SampleGridOptions { Columns = 3, ColumnTitles = ["cat", "a long name"], RowTitles = ["x", "fake", "left out"] };
        var image = SampleGrid.Draw(samples, options);
        var plain = SampleGrid.Draw(samples, options with { ColumnTitles = [], RowTitles = [] });
        var (left, top) = (8 * 6 - 1 + 3, 7 + 3);
        Assert.Equal((plain.Width + left, plain.Height + top), (image.Width, image.Height));
        Assert.Equal(plain.Pixels.ToArray(), image.Crop(left, top, new PictureSize(plain.Width, plain.Height)).Pixels.ToArray());

        var expected = new PixelImage(image.Width, top, 1);
        expected.Pixels.Fill(32);
        PictureText.Draw(expected, "cat", left + 2 + (30 - 17) / 2, 3, new Colour(224, 224, 224));
        PictureText.Draw(expected, "a l..", left + 2 + 32 + (30 - 29) / 2, 3, new Colour(224, 224, 224));
        Assert.Equal(expected.Pixels.ToArray(), image.Crop(0, 0, new PictureSize(image.Width, top)).Pixels.ToArray());

        var beside = new PixelImage(left, plain.Height, 1);
        beside.Pixels.Fill(32);
        PictureText.Draw(beside, "x", 3, 2 + (20 - 7) / 2, new Colour(224, 224, 224));
        PictureText.Draw(beside, "fake", 3, 2 + 22 + (20 - 7) / 2, new Colour(224, 224, 224));
        Assert.Equal(beside.Pixels.ToArray(), image.Crop(0, top, new PictureSize(left, plain.Height)).Pixels.ToArray());
    }

    [Fact]
    public void Draw_WideCells_HaveLargerTitles()
    {
        using var samples = full(1, 3, 10, 300, -1f);
        Assert.Equal(10 + 4 + 2 * (7 + 3), SampleGrid.Draw(samples, new() { ColumnTitles = ["a"], Background = 255 }).Height);
    }

    [Fact]
    public void Draw_TitlesThatAreNone_AreRefused() => Assert.Equal(
        "SampleGridOptions: ColumnTitles must be texts, was null; RowTitles must be texts, was null.",
        Assert.Throws<ArgumentException>(() => SampleGrid.Draw(zeros(1, 1, 2, 2), new() { ColumnTitles = [null!], RowTitles = null! })).Message);

    [Fact]
    public void Write_Samples_MakesAReadablePng()
    {
        using var samples = linspace(-1, 1, 2 * 3 * 8 * 8).reshape(2, 3, 8, 8);
        SampleGrid.Write(samples, _folder.File("run/grid.png"));
        Assert.Equal(SampleGrid.Draw(samples).Pixels.ToArray(), PictureFile.Read(_folder.File("run/grid.png")).Pixels.ToArray());
    }

    [Fact]
    public void Draw_Points_SaysWhatItExpects()
    {
        using var points = zeros(5, 2);
        var error = Assert.Throws<ArgumentException>(() => SampleGrid.Draw(points));
        Assert.StartsWith("The samples are [5, 2]; expected [N, 1 or 3, H, W].", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_BadOptions_NamesEveryProblem()
    {
        using var samples = zeros(1, 1, 2, 2);
        var error = Assert.Throws<ArgumentException>(() => SampleGrid.Draw(samples, new SampleGridOptions { Columns = 0, Padding = -1, Scale = 65 }));
        Assert.Equal("SampleGridOptions: Columns must be at least 1, was 0; Padding must be from 0 to 1024, was -1; Scale must be from 1 to 64, was 65.", error.Message);
    }
}
