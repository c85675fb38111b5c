using Gan.Net.Imaging;

namespace Gan.Net.Reporting.Tests.Animations;

public sealed class AnimatedGifTests
{
    // Noise of few values and of many: short codes, long ones, and tables that fill up and start anew.
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 7, 1)]
    [InlineData(2, 300, 40)]
    [InlineData(3, 301, 37)]
    [InlineData(16, 200, 50)]
    [InlineData(255, 128, 128)]
    [InlineData(256, 257, 123)]
    public void Write_GrayNoise_ComesBackExactly(int values, int width, int height)
    {
        PixelImage[] frames = [Scene.Noise(width, height, 1, 1, values), Scene.Noise(width, height, 1, 2, values), Scene.Noise(width, height, 1, 3, values)];

        var gif = Written(frames);

        Assert.Equal((width, height, 3), (gif.Width, gif.Height, gif.Frames.Count));
        Assert.Equal(frames.Select(Rgb), gif.Frames.Select(frame => frame.Pixels));
    }

    [Fact]
    public void Write_EveryLengthOfRun_ComesBackExactly()
    {
        // One pixel more each time moves the end code over every place where codes grow longer.
        for (var length = 1; length < 700; length++)
        {
            var frame = Scene.Noise(length, 1, 1, 5, 4);
            Assert.Equal(Rgb(frame), Written([frame]).Frames[0].Pixels);
        }
    }

    [Fact]
    public void Write_FewColours_KeepsThemAll()
    {
        var frame = new PixelImage(16, 16, 3);
        for (var i = 0; i < 256; i++)
        {
            byte[] pixel = [(byte)i, (byte)(255 - i), (byte)(i * 7)];
            pixel.CopyTo(frame.Pixels[(3 * i)..]);
        }

        Assert.Equal(frame.Pixels.ToArray(), Written([frame]).Frames[0].Pixels);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(5, 8)]
    [InlineData(129, 256)]
    public void Write_Palette_IsTheNextPowerOfTwo(int values, int entries)
    {
        var frame = new PixelImage(values, 1, 1, [.. Enumerable.Range(0, values).Select(value => (byte)value)]);

        Assert.Equal(entries, Written([frame]).Palette);
    }

    [Fact]
    public void Write_MoreColoursThanAPaletteHolds_StaysNear()
    {
        PixelImage[] frames = [Scene.Gradient(64, 0), Scene.Gradient(64, 128)];

        var plain = Written(frames);

        // 128 colours for each plane of 255 by 255: squares with sides of 22.5, whose points lie 8.6 from the middle in the mean
        // (0.3826 sides) and 15.9 at most. A cut cannot choose shapes, so a tenth more is well chosen.
        Assert.InRange(Errors(frames, plain).Average(), 8, 9.5);
        Assert.InRange(Errors(frames, plain).Max(), 12, 24);
        Assert.Equal(256, plain.Frames.SelectMany(frame => frame.Pixels.Chunk(3)).Select(pixel => (pixel[0], pixel[1], pixel[2])).Distinct().Count());
    }

    [Fact]
    public void Write_Dithered_KeepsTheMeanOfShadesThePaletteLacks()
    {
        PixelImage[] frames = [Scene.Gradient(64, 0), Scene.Gradient(64, 128)];

        var (plain, dithered) = (BlockError(Written(frames)), BlockError(Written(frames, dithering: GifDithering.FloydSteinberg)));

        // A colour stands for squares of 5.6 by 5.6 pixels, so that one of 4 by 4 mostly has one colour, and on average the wrong one.
        Assert.True(dithered < plain / 2, $"{dithered} is not half of {plain}.");

        // The mean distance between the mean reds of squares of 4 by 4 pixels.
        double BlockError(GifReader gif) => (
            from y in Enumerable.Range(0, 16)
            from x in Enumerable.Range(0, 16)
            select Math.Abs(Red(gif.Frames[1].Pixels, x, y) - Red(frames[1].Pixels.ToArray(), x, y))).Average();

        static double Red(byte[] pixels, int x, int y) => Enumerable.Range(0, 16).Average(i => (double)pixels[3 * ((4 * y + i / 4) * 64 + 4 * x + i % 4)]);
    }

    [Fact]
    public void Write_FewColoursDithered_IsTheSame()
    {
        PixelImage[] frames = [Scene.Square(3, 3), Scene.Square(5, 4)];

        Assert.Equal(Bytes(frames, null, GifDithering.None), Bytes(frames, null, GifDithering.FloydSteinberg));
    }

    [Fact]
    public void Write_SmallChanges_StoresOnlyTheirRectangle()
    {
        var gif = Written([Scene.Square(3, 3), Scene.Square(5, 4), Scene.Square(5, 4), Scene.Square(18, 8)]);

        Assert.Equal([(0, 0, 20, 10), (3, 3, 4, 3), (0, 0, 1, 1), (5, 4, 15, 6)], gif.Rectangles);
        Assert.Equal(Rgb(Scene.Square(18, 8)), gif.Frames[3].Pixels);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, null)]
    [InlineData(5, 4)]
    public void Write_Plays_CountTheFirstTime(int plays, int? repetitions) =>
        Assert.Equal(repetitions, Written([Scene.Square(0, 0)], new AnimationOptions { Plays = plays }).Repetitions);

    [Fact]
    public void Write_Times_AreRoundedAndTheLastIsItsOwn()
    {
        var options = new AnimationOptions { FrameTime = TimeSpan.FromMilliseconds(124), LastFrameTime = TimeSpan.FromSeconds(60) };

        var gif = Written([Scene.Square(0, 0), Scene.Square(1, 0), Scene.Square(2, 0)], options);

        Assert.Equal([TimeSpan.FromMilliseconds(120), TimeSpan.FromMilliseconds(120), TimeSpan.FromSeconds(60)], gif.Frames.Select(frame => frame.Time));
    }

    [Fact]
    public void Write_Twice_GivesTheSameBytes()
    {
        PixelImage[] frames = [Scene.Gradient(64, 0), Scene.Gradient(64, 128)];

        Assert.Equal(Bytes(frames, null, GifDithering.FloydSteinberg), Bytes(frames, null, GifDithering.FloydSteinberg));
    }

    [Fact]
    public void Write_TransparentFrames_AreRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => Written([new PixelImage(2, 2, 4)]));

        Assert.StartsWith("The frames have transparency (4 channels), which a GIF cannot hold. Give gray or RGB frames, or write an animated PNG.", error.Message);
    }

    [Fact]
    public void Write_FramesTooWide_AreRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => Written([new PixelImage(65536, 1, 1)]));

        Assert.StartsWith("The frames are 65536x1; the format holds at most 65535 pixels across.", error.Message);
    }

    private static IEnumerable<double> Errors(PixelImage[] frames, GifReader gif) => frames.Zip(gif.Frames).SelectMany(pair => pair.First.Pixels.ToArray().Chunk(3)
        .Zip(pair.Second.Pixels.Chunk(3), (a, b) => Math.Sqrt(a.Zip(b, (x, y) => (double)(x - y) * (x - y)).Sum())));

    private static byte[] Rgb(PixelImage frame) => frame.Channels == 3 ? frame.Pixels.ToArray() : [.. frame.Pixels.ToArray().SelectMany(gray => new[] { gray, gray, gray })];

    private static GifReader Written(PixelImage[] frames, AnimationOptions? options = null, GifDithering dithering = GifDithering.None) => GifReader.Read(Bytes(frames, options, dithering));

    private static byte[] Bytes(PixelImage[] frames, AnimationOptions? options, GifDithering dithering)
    {
        using var stream = new MemoryStream();
        AnimatedGif.Write(stream, frames, options, dithering);
        return stream.ToArray();
    }
}
