using System.Text;

namespace Gan.Net.Imaging.Tests;

public sealed class PictureTextTests
{
    [Fact]
    public void Draw_Letters_LookLikeLetters()
    {
        var image = new PixelImage(17, 7, 1);
        PictureText.Draw(image, "Ab1", 0, 0, Colour.White);
        Assert.Equal(
            """
            .###..#.......#..
            #...#.#......##..
            #...#.####....#..
            #####.#...#...#..
            #...#.#...#...#..
            #...#.#...#...#..
            #...#.####..#####
            """, Shown(image));
    }

    [Fact]
    public void Draw_EveryCharacter_HasAGlyphOfItsOwn()
    {
        var glyphs = Enumerable.Range(' ', '~' - ' ' + 1).Select(code =>
        {
            var image = new PixelImage(5, 7, 1);
            PictureText.Draw(image, ((char)code).ToString(), 0, 0, Colour.White);
            return Shown(image);
        }).ToList();
        Assert.Equal(95, glyphs.Distinct().Count());
    }

    [Fact]
    public void Draw_BeyondAscii_IsAFrame()
    {
        var image = new PixelImage(5, 7, 1);
        PictureText.Draw(image, "é", 0, 0, Colour.White);
        Assert.Equal("#####\n#...#\n#...#\n#...#\n#...#\n#...#\n#####", Shown(image));
    }

    [Fact]
    public void Draw_Scale_RepeatsPixels()
    {
        var (small, large) = (new PixelImage(11, 7, 3), new PixelImage(22, 14, 3));
        PictureText.Draw(small, "ok", 0, 0, new Colour(1, 2, 3));
        PictureText.Draw(large, "ok", 0, 0, new Colour(1, 2, 3), scale: 2);
        for (var y = 0; y < 14; y++)
        {
            for (var x = 0; x < 22; x++)
            {
                Assert.Equal(small.Row(y / 2).Slice(x / 2 * 3, 3).ToArray(), large.Row(y).Slice(x * 3, 3).ToArray());
            }
        }
    }

    [Theory]
    [InlineData(-3, -4)]
    [InlineData(4, 3)]
    [InlineData(-100, 0)]
    [InlineData(0, 100)]
    public void Draw_PartlyOutside_DrawsTheRest(int left, int top)
    {
        var (image, whole) = (new PixelImage(6, 6, 1), new PixelImage(300, 300, 1));
        PictureText.Draw(image, "##", left, top, Colour.White);
        PictureText.Draw(whole, "##", left + 100, top + 100, Colour.White);
        Assert.Equal(whole.Crop(100, 100, PictureSize.Square(6)).Pixels.ToArray(), image.Pixels.ToArray());
    }

    [Fact]
    public void Draw_TransparentPicture_IsOpaqueWhereTheTextIs()
    {
        var image = new PixelImage(5, 7, 4);
        PictureText.Draw(image, "|", 0, 0, new Colour(9, 8, 7));
        Assert.Equal([0, 0, 0, 0, 9, 8, 7, 255], image.Row(0).Slice(4, 8).ToArray());
    }

    [Theory]
    [InlineData("", 1, 0)]
    [InlineData("a", 1, 5)]
    [InlineData("abc", 3, 51)]
    public void Measure_Text_IsItsWidth(string text, int scale, int width) => Assert.Equal(width, PictureText.Measure(text, scale));

    [Theory]
    [InlineData("strawberry", 59, "strawberry")]
    [InlineData("strawberry", 58, "strawbe..")]
    [InlineData("strawberry", 11, "st")]
    [InlineData("strawberry", 4, "")]
    public void Fit_Width_Shortens(string text, int width, string expected) => Assert.Equal(expected, PictureText.Fit(text, width, 1));

    private static string Shown(PixelImage image)
    {
        var text = new StringBuilder();
        for (var y = 0; y < image.Height; y++)
        {
            text.Append(y == 0 ? "" : "\n").Append(string.Concat(image.Row(y).ToArray().Select(value => value == 0 ? '.' : '#')));
        }

        return text.ToString();
    }
}
