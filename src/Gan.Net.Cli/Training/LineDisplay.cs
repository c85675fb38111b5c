using Gan.Net.Monitoring;

namespace Gan.Net.Cli.Training;

/// <summary>About twenty lines in a run, for files and pipes.</summary>
internal sealed class LineDisplay(long rounds) : TrainingDisplay
{
    private const int Lines = 20;

    public override long Every { get; } = Math.Max(1, rounds / Lines);

    public override void Say(Verdict verdict)
    {
        Console.WriteLine($"! round {verdict.Round:N0}: {verdict.Sentence}");
        Console.WriteLine($"  What usually helps: {string.Join("; ", verdict.Remedies)}.");
    }

    protected override void Show(Progress progress, bool last) =>
        Console.WriteLine($"round {progress.Rounds}  {progress.Percent}  {progress.Game}  {progress.Speed}  {progress.Left}");
}
