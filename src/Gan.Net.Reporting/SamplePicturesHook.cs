using Gan.Net.Imaging;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Reporting;

/// <summary>
/// Draws what the game shows, always from the same latents, into PNG files named by the round: <c>round-0000100.png</c>. A game with several views has
/// the main one in the folder itself, the others in folders of their names. The first is drawn before the first round, the last after the last one, also when the run is cancelled. Not thread-safe.
/// </summary>
public sealed class SamplePicturesHook : TrainingHook
{
    private readonly string _folder;
    private readonly PictureSeries _series;
    private readonly int _count;
    private readonly Func<Tensor, PixelImage> _draw;
    private readonly long _firstRound;

    /// <summary>Says where the pictures go and how they are drawn; the folder is made with the first one.</summary>
    /// <param name="folder">The folder. Pictures of the same round are replaced.</param>
    /// <param name="count">Samples in a picture, at least 1.</param>
    /// <param name="draw">Draws samples <c>[count, ...sample]</c> on the CPU, which stay the hook's.</param>
    /// <param name="every">Rounds between two pictures, at least 1.</param>
    /// <param name="firstRound">Where the trainer stands when the run starts: 0, or its rounds when it goes on.</param>
    public SamplePicturesHook(string folder, int count, Func<Tensor, PixelImage> draw, long every, long firstRound = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentNullException.ThrowIfNull(draw);
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        _folder = folder;
        _series = new PictureSeries(folder);
        _count = count;
        _draw = draw;
        Every = every;
        _firstRound = firstRound;
    }

    /// <inheritdoc/>
    public override long Every { get; }

    /// <summary>The last picture written, or null before the first.</summary>
    public string? LastPath { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The trainer shows nothing.</exception>
    /// <exception cref="IOException">The picture cannot be written.</exception>
    public override void OnStart(IReadOnlyList<ISampler> views) => Write(_firstRound, views);

    /// <inheritdoc/>
    public override void OnReport(TrainingReport report, IReadOnlyList<ISampler> views)
    {
        ArgumentNullException.ThrowIfNull(report);
        Write(report.Round, views);
    }

    /// <inheritdoc/>
    public override void OnEnd(TrainingEnd end, IReadOnlyList<ISampler> views)
    {
        ArgumentNullException.ThrowIfNull(end);
        if (LastPath != _series.PathOf(end.Rounds))
        {
            Write(end.Rounds, views);
        }
    }

    private void Write(long round, IReadOnlyList<ISampler> views)
    {
        if (views.Count == 0)
        {
            throw new InvalidOperationException("The trainer shows nothing, so there is nothing to draw. Leave the pictures out.");
        }

        for (var i = 0; i < views.Count; i++)
        {
            using var samples = views[i].Sample(_count);
            PictureFile.Write(_draw(samples), SeriesOf(views[i], i).PathOf(round));
        }

        LastPath = _series.PathOf(round);
    }

    // The main view's pictures lie in the folder itself, the others' in folders of their names.
    private PictureSeries SeriesOf(ISampler view, int index) => index == 0 ? _series : new PictureSeries(Path.Combine(_folder, view.Name));
}
