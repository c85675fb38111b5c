using Gan.Net.Data;
using Gan.Net.Imaging;
using Gan.Net.Reporting;
using static TorchSharp.torch;

namespace Gan.Net.Benchmarks.Modes;

/// <summary>The first seed's samples of every row in one picture: one column for each row, the ring above the grid.</summary>
internal static class ModesPicture
{
    private const int Side = 150;
    private const int Gap = 6;

    public static void Write(ModesTable table, string path)
    {
        using var scope = NewDisposeScope();
        var rows = table.Rows.ToArray();
        var picture = new PixelImage((rows.Length * (Side + Gap)) - Gap, (2 * Side) + Gap, 3);
        for (var column = 0; column < rows.Length; column++)
        {
            for (var line = 0; line < ModesGame.All.Count; line++)
            {
                Paste(picture, Plot(table[rows[column], ModesGame.All[line]][0], ModesGame.All[line]), column * (Side + Gap), line * (Side + Gap));
            }
        }

        PictureFile.Write(picture, path);
    }

    private static PixelImage Plot(SeedResult run, ModesGame game)
    {
        using var distribution = game.Draw(new DrawOptions());
        var points = tensor(run.Points, [run.Points.Length / 2, 2]);
        return ScatterPlot.Draw(distribution.Modes, points, new ScatterPlotOptions { Size = Side, Limit = game.Reach, PointRadius = 1 });
    }

    private static void Paste(PixelImage picture, PixelImage part, int x, int y)
    {
        for (var row = 0; row < part.Height; row++)
        {
            part.Row(row).CopyTo(picture.Row(y + row)[(3 * x)..]);
        }
    }
}
