using Gan.Net.Training;

namespace Gan.Net.Reliability.Games;

/// <summary>Says after each round that a moment has come, on the standard output, at once.</summary>
internal sealed class AnnouncingHook(string word) : TrainingHook
{
    public override void OnReported(TrainingReport report)
    {
        Console.Out.Write($"{word} {report.Round}\n");
        Console.Out.Flush();
    }
}
