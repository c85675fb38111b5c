using System.Diagnostics;
using System.Text.Json;
using Gan.Net.Checkpoints;
using Gan.Net.IO;
using Gan.Net.Reliability.Runner;
using Gan.Net.TestSupport;

namespace Gan.Net.Reliability.Checks;

/// <summary>
/// Whether our safetensors reader takes and refuses what the format's rules say, as <c>tools/reference/safetensors_rules.py</c> wrote them
/// down: the corpus of the test suite, and in the long form 100,000 fresh files.
/// </summary>
internal sealed class VerdictCheck : Check
{
    private const string Seed = "11";

    public override string Name => "verdicts";

    public override IEnumerable<Figure> Run(Occasion occasion)
    {
        yield return Compare("the corpus", RepositoryFiles.Fixture("safetensors_verdicts.json"), occasion);
        if (occasion.IsLong)
        {
            var fresh = Path.Combine(occasion.Folder, "fresh.json");
            using var python = Process.Start("python3", [RepositoryFiles.At("tools", "reference", "safetensors_rules.py"), "100000", Seed, fresh]);
            python.WaitForExit();
            yield return python.ExitCode == 0 ? Compare("fresh files", fresh, occasion) : new("fresh files", "made by python3", $"exit code {python.ExitCode}", false);
        }
    }

    private static Figure Compare(string what, string corpus, Occasion occasion)
    {
        var cases = JsonSerializer.Deserialize<string[][]>(File.ReadAllText(corpus))!;
        var path = Path.Combine(occasion.Folder, "case.safetensors");
        var (taken, stricter, wrong) = (0, 0, 0);
        foreach (var (file, verdict) in cases.Select(pair => (Convert.FromBase64String(pair[0]), pair[1])))
        {
            File.WriteAllBytes(path, file);
            var takes = Takes(path);
            taken += takes ? 1 : 0;
            stricter += verdict != "accept" && !verdict.StartsWith("refuse", StringComparison.Ordinal) ? 1 : 0;
            if (takes != (verdict == "accept"))
            {
                wrong++;
                Console.Error.WriteLine($"{(takes ? "taken" : "refused")}, the rules say '{verdict}': {Convert.ToBase64String(file)}");
            }
        }

        return new(
            $"{cases.Length} {what}: {taken} sound, {cases.Length - taken - stricter} broken, {stricter} refused by choice", "as the rules say", $"{cases.Length - wrong} of {cases.Length}",
            wrong == 0 && taken > cases.Length / 10 && taken < cases.Length * 9 / 10);
    }

    private static bool Takes(string path)
    {
        try
        {
            SafeTensorsFile.Open(path).Dispose();
            return true;
        }
        catch (DataFormatException)
        {
            return false;
        }
    }
}
