using System.Diagnostics;
using Spectre.Console;

namespace Gan.Net.Cli.Training;

/// <summary>A bar that grows in place, with the numbers under it.</summary>
internal sealed class BarDisplay : TrainingDisplay
{
    private const int Width = 40;
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);

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

    protected override void Show(Progress progress, bool last)
    {
        if (last || _shown == 0 || Stopwatch.GetElapsedTime(_shown) >= _pause)
        {
            _screen?.UpdateTarget(Draw(progress));
            _shown = Stopwatch.GetTimestamp();
        }
    }

    private static Rows Draw(Progress progress)
    {
        var done = (int)Math.Round(progress.Share * Width);
        var sign = AnsiConsole.Profile.Capabilities.Unicode ? '━' : '=';
        return new Rows(
            new Markup($"[green]{new string(sign, done)}[/][grey]{new string(sign, Width - done)}[/] {progress.Percent}  {progress.Rounds}  {progress.Left}"),
            new Markup($"[grey]{progress.Game}  {progress.Speed}[/]"));
    }
}
