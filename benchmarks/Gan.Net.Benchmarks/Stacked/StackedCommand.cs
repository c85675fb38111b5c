using System.Globalization;
using System.Runtime.InteropServices;
using Gan.Net.Data;
using Gan.Net.Evaluation;
using Gan.Net.Features;
using static TorchSharp.torch;

namespace Gan.Net.Benchmarks.Stacked;

/// <summary>
/// <c>stacked-mnist [--quick] [--data FOLDER] [--device cpu|cuda] [--row NAME] [--rounds N] [--seed N] [--cache FOLDER] [--out FILE]</c>: modes of a
/// thousand and KL, plain DCGAN against packs and against relativistic pairing with penalties. MNIST's folder also comes from GANNET_MNIST.
/// </summary>
internal static class StackedCommand
{
    public static int Run(string[] args)
    {
        var budget = args.Contains("--quick") ? StackedBudget.Quick : StackedBudget.Full;
        budget = Value(args, "--rounds") is { } rounds ? budget with { Rounds = int.Parse(rounds, CultureInfo.InvariantCulture) } : budget;
        if ((Value(args, "--data") ?? Environment.GetEnvironmentVariable("GANNET_MNIST")) is not { } folder)
        {
            Console.WriteLine("Name the folder with MNIST's four files: --data FOLDER, or the variable GANNET_MNIST.");
            return 2;
        }

        var device = Value(args, "--device") == "cuda" ? CUDA : CPU;
        var seed = long.Parse(Value(args, "--seed") ?? "1", CultureInfo.InvariantCulture);
        using var classifier = Classifier(folder, Value(args, "--cache") ?? Path.Combine(Path.GetTempPath(), "gan-net-classifiers"), device);
        var judge = Describe(classifier, folder, device);
        Console.WriteLine(FormattableString.Invariant($"{budget.Name}: {budget.Rounds:N0} rounds, width {budget.Width}, batch {budget.Batch}, {budget.Judged:N0} pictures judged by {judge}"));
        List<StackedResult> results = [Show(StackedRun.OfData(budget, folder, classifier, device))];
        foreach (var row in StackedRow.All.Where(row => Value(args, "--row") is not { } only || row.Name == only))
        {
            results.Add(Show(StackedRun.Of(row, budget, folder, classifier, device, seed)));
            if (Value(args, "--out") is { } file)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
                File.WriteAllText(file, StackedPage.Of(results, budget, judge, Machine(device)));
            }
        }

        return 0;
    }

    private static StackedResult Show(StackedResult result)
    {
        Console.WriteLine(FormattableString.Invariant($"{result.Row,-16}{result.Coverage}, {result.Seconds:F0} s"));
        return result;
    }

    private static DigitClassifier Classifier(string folder, string cache, Device device)
    {
        using var digits = new BatchSource(MnistSet.Read(folder), new BatchSourceOptions { BatchSize = 128, Device = device });
        Directory.CreateDirectory(cache);
        return DigitClassifier.TrainOrLoad(digits, cache, new DigitClassifierOptions { Device = device });
    }

    private static string Describe(DigitClassifier classifier, string folder, Device device)
    {
        using var test = new BatchSource(
            MnistSet.Read(folder, MnistPart.Test),
            new BatchSourceOptions { BatchSize = 1000, Order = SampleOrder.Sequential, LastBatch = LastBatch.Keep, Device = device });
        return FormattableString.Invariant($"{classifier.Name}, trained on the training half, {100 * classifier.Accuracy(test):F2} % right on the test half");
    }

    private static string Machine(Device device) =>
        device.type == TorchSharp.DeviceType.CUDA ? "one CUDA device" : $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}";

    private static string? Value(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
