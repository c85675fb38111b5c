using Gan.Net.Imaging;

namespace Gan.Net.Reporting.Tests.Animations;

public sealed class AnimationFramesTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_PicturesOfARun_AreInTheOrderOfTheirRounds()
    {
        Draw(10_000_000, 0, 900, 200);
        File.WriteAllText(_folder.File("round-x.png"), "no picture");
        File.WriteAllText(_folder.File("notes.txt"), "");

        Assert.Equal([1, 2, 3, 4], AnimationFrames.Read(_folder.Path).Select(frame => frame.Width));
    }

    [Fact]
    public void Read_MoreThanAskedFor_TakesTheFirstTheLastAndEvenlyBetween()
    {
        Draw([.. Enumerable.Range(0, 11).Select(i => i * 10L)]);

        Assert.Equal([1, 4, 8, 11], AnimationFrames.Read(_folder.Path, most: 4).Select(frame => frame.Width));
    }

    [Fact]
    public void Read_NoPictures_SaysWhatIsMissing()
    {
        var error = Assert.Throws<IOException>(() => AnimationFrames.Read(_folder.File("empty")));

        Assert.Equal($"'{_folder.File("empty")}' holds no pictures named round-NNNNNNN.png. Name a folder that a hook has drawn into.", error.Message);
    }

    // The later the round, the wider the picture.
    private void Draw(params long[] rounds)
    {
        foreach (var (round, index) in rounds.Order().Select((round, index) => (round, index)))
        {
            PictureFile.Write(new PixelImage(index + 1, 1, 1), _folder.File($"round-{round:D7}.png"));
        }
    }
}
