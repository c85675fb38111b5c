using System.Diagnostics;
using Gan.Net.Monitoring;
using Spectre.Console;

namespace Gan.Net.Cli.Training;

/// <summary>A bar that grows in place, with the numbers under it.</summary>
internal sealed class BarDisplay : TrainingDisplay
{
    private const int Width = 40;
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);

    private readonly List<Markup> _verdicts = [];
    private LiveDisplayContext? _screen;
    private long _shown;

    // Reading the numbers waits for the device; ten rounds between two looks keep that below a percent.
    public override long Every => 10;

    public override void Run(Action train) =>
        AnsiConsole.Live(new Text("starting ...")).Start(screen =>
        {
            _screen = screen;
            train();
        });

    // Stays under the bar; drawn with the next numbers.
    public override void Say(Verdict verdict)
    {
        _verdicts.Add(new Markup($"[yellow]{Markup.Escape($"! round {verdict.Round:N0}: {verdict.Sentence}")}[/]"));
        _verdicts.Add(new Markup($"[grey]{Markup.Escape($"  What usually helps: {string.Join("; ", verdict.Remedies)}.")}[/]"));
        _shown = 0;
    }

    protected override void Show(Progress progress, bool last)
    {
        if (last || _shown == 0 || Stopwatch.GetElapsedTime(_shown) >= _pause)
        {
            _screen?.UpdateTarget(Draw(progress));
            _shown = Stopwatch.GetTimestamp();
        }
    }

    private Rows Draw(Progress progress)
    {
        var done = (int)Math.Round(progress.Share * Width);
        var sign = AnsiConsole.Profile.Capabilities.Unicode ? '━' : '=';
        return new Rows([
            new Markup($"[green]{new string(sign, done)}[/][grey]{new string(sign, Width - done)}[/] {progress.Percent}  {progress.Rounds}  {progress.Left}"),
            new Markup($"[grey]{progress.Game}  {progress.Speed}[/]"),
            .. _verdicts,
        ]);
    }
}
