using Gan.Net.Imaging;

namespace Gan.Net.Reporting.Tests.Animations;

public sealed class AnimatedPngTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    public void Write_Noise_ComesBackExactly(int channels)
    {
        PixelImage[] frames = [Scene.Noise(33, 21, channels, 1), Scene.Noise(33, 21, channels, 2), Scene.Noise(33, 21, channels, 3)];

        var apng = Written(frames);

        Assert.Equal((33, 21, channels), (apng.Width, apng.Height, apng.Channels));
        Assert.Equal(frames.Select(frame => frame.Pixels.ToArray()), apng.Frames.Select(frame => frame.Pixels));
    }

    [Fact]
    public void Write_SmallChanges_StoresOnlyTheirRectangle()
    {
        var apng = Written([Scene.Square(3, 3), Scene.Square(5, 4), Scene.Square(5, 4), Scene.Square(18, 8)]);

        Assert.Equal([(0, 0, 20, 10), (3, 3, 4, 3), (0, 0, 1, 1), (5, 4, 15, 6)], apng.Rectangles);
        Assert.Equal(Scene.Square(18, 8).Pixels.ToArray(), apng.Frames[3].Pixels);
    }

    [Fact]
    public void Write_ColourChangesInOneChannel_StoresWholePixels()
    {
        var (first, second) = (new PixelImage(5, 1, 3), new PixelImage(5, 1, 3));
        second.Pixels[3 * 2 + 1] = 9;

        Assert.Equal((2, 0, 1, 1), Written([first, second]).Rectangles[1]);
    }

    [Fact]
    public void Write_TimesAndPlays_AreKeptToTheMillisecond()
    {
        var options = new AnimationOptions { FrameTime = TimeSpan.FromMilliseconds(123), LastFrameTime = TimeSpan.FromSeconds(60), Plays = 65536 };

        var apng = Written([Scene.Square(0, 0), Scene.Square(1, 0)], options);

        Assert.Equal(65536, apng.Plays);
        Assert.Equal([TimeSpan.FromMilliseconds(123), TimeSpan.FromSeconds(60)], apng.Frames.Select(frame => frame.Time));
    }

    [Fact]
    public void Write_OneFrame_ReadersOfPlainPngSeeIt()
    {
        using var folder = new ScratchFolder();
        var path = folder.File("still.png");

        AnimatedPng.Write(path, [Scene.Square(4, 4), Scene.Square(5, 5)]);

        Assert.Equal(Scene.Square(4, 4).Pixels.ToArray(), PictureFile.Read(path).Pixels.ToArray());
    }

    [Fact]
    public void Write_FramesThatDiffer_AreRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => Written([new PixelImage(2, 2, 1), new PixelImage(2, 3, 3)]));

        Assert.StartsWith("Frame 1 is 2x3 with 3 channels; the first is 2x2 with 1. All frames must be alike.", error.Message);
    }

    [Fact]
    public void Write_NoFrames_IsRefused() => Assert.StartsWith("There are no frames. Give at least one.", Assert.Throws<ArgumentException>(() => Written([])).Message);

    [Fact]
    public void Write_OptionsOutOfRange_AreAllNamed()
    {
        var bad = new AnimationOptions { FrameTime = TimeSpan.FromMilliseconds(19), LastFrameTime = TimeSpan.FromSeconds(61), Plays = -1 };

        var error = Assert.Throws<ArgumentException>(() => Written([Scene.Square(0, 0)], bad));

        Assert.Equal(
            "AnimationOptions: FrameTime must be from 00:00:00.02 to 00:01:00, was 00:00:00.0190000; LastFrameTime must be from 00:00:00.02 to 00:01:00, was 00:01:01; "
            + "Plays must be from 0 to 65536, was -1.", error.Message);
    }

    private static ApngReader Written(PixelImage[] frames, AnimationOptions? options = null)
    {
        using var stream = new MemoryStream();
        AnimatedPng.Write(stream, frames, options);
        return ApngReader.Read(stream.ToArray());
    }
}
