using Gan.Net.Imaging;
using Gan.Net.Reporting.Tests.Support;

namespace Gan.Net.Reporting.Tests;

public sealed class SamplePicturesHookTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly CountingSampler _sampler = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Hook_RunOfTwoHundredRounds_DrawsStartReportsAndEndOnce()
    {
        var hook = Hook();

        hook.OnStart([_sampler]);
        hook.OnReport(Reports.At(100), [_sampler]);
        hook.OnReport(Reports.At(200), [_sampler]);
        hook.OnEnd(Reports.End(200), [_sampler]);

        Assert.Equal(["round-0000000.png", "round-0000100.png", "round-0000200.png"], Files());
        Assert.Equal([5, 5, 5], _sampler.Counts);
        Assert.Equal(_folder.File("round-0000200.png"), hook.LastPath);
    }

    [Fact]
    public void OnEnd_CancelledBetweenPictures_DrawsTheEnd()
    {
        var hook = Hook();

        hook.OnReport(Reports.At(100), [_sampler]);
        hook.OnEnd(Reports.End(130), [_sampler]);

        Assert.Equal(["round-0000100.png", "round-0000130.png"], Files());
    }

    [Fact]
    public void OnStart_RunThatGoesOn_IsNamedByItsFirstRound()
    {
        var hook = new SamplePicturesHook(_folder.Path, 1, _ => new PixelImage(2, 2, 1), every: 10, firstRound: 70);

        hook.OnStart([_sampler]);

        Assert.Equal(["round-0000070.png"], Files());
    }

    [Fact]
    public void OnStart_NoSampler_SaysSo()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Hook().OnStart([]));

        Assert.Equal("The trainer shows nothing, so there is nothing to draw. Leave the pictures out.", error.Message);
    }

    private SamplePicturesHook Hook() => new(_folder.Path, 5, samples => new PixelImage((int)samples.shape[0], 1, 1), every: 100);

    private IEnumerable<string?> Files() => Directory.EnumerateFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
