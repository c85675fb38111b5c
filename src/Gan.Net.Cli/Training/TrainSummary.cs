using System.Globalization;
using Gan.Net.Cli.CommandLine;
using Gan.Net.Cli.Runs;
using Gan.Net.Evaluation;

namespace Gan.Net.Cli.Training;

/// <summary>The last words of a run: how it ended, what it made, what to do next.</summary>
internal sealed class TrainSummary(RunConfig config, RunFolder folder, long rounds, TrainingDisplay display)
{
    public void Print(TrainingData data, IGenerator generator)
    {
        Console.WriteLine(Ending());
        if (display.Last?.Values.Values.All(double.IsFinite) == false)
        {
            Console.WriteLine("The losses are no longer finite: the run diverged, and a smaller --learning-rate may help.");
        }

        if (data.Mixture is { } mixture)
        {
            using var samples = Sampling.SampleStream.Draw(generator, ModeCoverageOptions.PacGan.SampleCount, config.Seed);
            Console.WriteLine($"  modes      {ModeCoverage.Of(samples, mixture.Modes, mixture.StandardDeviation)}");
        }

        Console.WriteLine($"  generator  {folder.Generator}");
        Console.WriteLine($"  pictures   {folder.Samples}");
        Console.WriteLine($"  report     {folder.Report}");
        if (rounds < config.Rounds)
        {
            Console.WriteLine($"  go on      {ShellText.Command("train", "--resume", folder.Root)}");
        }

        Console.WriteLine($"  more       {ShellText.Command("sample", "--run", folder.Root, "--count", "64", "--out", "more.png")}");
    }

    private string Ending()
    {
        var time = Progress.Clock(display.Elapsed);
        return rounds < config.Rounds
            ? string.Create(CultureInfo.InvariantCulture, $"Stopped after {rounds:N0} of {config.Rounds:N0} rounds ({time}); what was learnt is kept.")
            : string.Create(CultureInfo.InvariantCulture, $"Trained {rounds:N0} round{(rounds == 1 ? "" : "s")} in {time}.");
    }
}
