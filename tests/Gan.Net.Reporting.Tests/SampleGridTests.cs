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
