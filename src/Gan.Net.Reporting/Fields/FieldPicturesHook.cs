using Gan.Net.Imaging;
using Gan.Net.Losses;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Reporting;

/// <summary>
/// Draws the game of a two-dimensional GAN with <see cref="FieldPlot"/>, always from the same latents, into PNG files named by the
/// round: <c>round-0000100.png</c>. The first is drawn before the first round, the last after the last one, also when the run is
/// cancelled. It looks at the discriminator without leaving a trace: a run is bit for bit the same with and without it.
/// Not thread-safe.
/// </summary>
public sealed class FieldPicturesHook : TrainingHook
{
    private readonly PictureSeries _series;
    private readonly IDiscriminator _discriminator;
    private readonly IAdversarialLoss _loss;
    private readonly float[] _real;
    private readonly FieldPicturesOptions _options;
    private readonly double _limit;

    /// <summary>Says what is drawn and where the pictures go; the folder is made with the first one.</summary>
    /// <param name="folder">The folder. Pictures of the same round are replaced.</param>
    /// <param name="discriminator">The one that is trained; it takes samples <c>[N, 2]</c> one by one. The caller owns it.</param>
    /// <param name="loss">The game that is played.</param>
    /// <param name="real">Real points <c>[N, 2]</c> to draw; copied, so the caller may dispose them. At least as many as generated ones if the loss compares the two.</param>
    /// <param name="options">How often and how; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// The discriminator judges several samples together or samples of classes, the points have another shape or are too few for the loss, or an option is out of range.
    /// </exception>
    public FieldPicturesHook(string folder, IDiscriminator discriminator, IAdversarialLoss loss, Tensor real, FieldPicturesOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        FieldChecks.RequireSingle(discriminator);
        ArgumentNullException.ThrowIfNull(loss);
        ArgumentNullException.ThrowIfNull(real);
        _options = (options ?? new FieldPicturesOptions()).Checked();
        _series = new PictureSeries(folder);
        _discriminator = discriminator;
        _loss = loss;
        _real = PlaneView.Read(real, nameof(real));
        if (loss.GeneratorNeedsRealLogits && _real.Length / 2 < _options.Count)
        {
            throw new ArgumentException(
                $"{loss.GetType().Name} compares each of {_options.Count} generated points with a real one; {_real.Length / 2} were given. Give more, or set Count lower.", nameof(real));
        }

        _limit = _options.Limit ?? PlaneView.LimitFor(_real);
    }

    /// <inheritdoc/>
    public override long Every => _options.Every;

    /// <summary>The last picture written, or null before the first.</summary>
    public string? LastPath { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The trainer shows nothing.</exception>
    /// <exception cref="IOException">The picture cannot be written.</exception>
    public override void OnStart(IReadOnlyList<ISampler> views) => Write(_options.FirstRound, views);

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
            throw new InvalidOperationException("The trainer shows nothing, so there is nothing to draw. Leave the field out.");
        }

        using var scope = NewDisposeScope();
        var generated = views[0].Sample(_options.Count);
        var real = tensor(_real, _real.Length / 2, 2);
        var compared = _loss.GeneratorNeedsRealLogits ? real.narrow(0, 0, _options.Count) : null;
        var field = DiscriminatorField.Measure(_discriminator, _limit, _options.Resolution);
        var pushes = SamplePush.Of(_discriminator, _loss, generated, compared);
        var path = _series.PathOf(round);
        PictureFile.Write(FieldPlot.Draw(field, real, generated, pushes, _options.Plot with { DecisionPoint = _loss.DecisionPoint }), path);
        LastPath = path;
    }
}
