using Gan.Net.IO;
using Gan.Net.Reliability.Inputs;
using Gan.Net.Reliability.Runner;

namespace Gan.Net.Reliability.Checks;

/// <summary>Everything a caller can pass wrong is refused before the first step, by an error that says what was found and what was expected.</summary>
internal sealed class InputCheck : Check
{
    private const int Least = 60;

    public override string Name => "inputs";

    public override IEnumerable<Figure> Run(Occasion occasion)
    {
        List<WrongInput> all = [.. WrongData.All(occasion.Folder), .. WrongModels.All, .. WrongRules.All];
        var problems = all.Select(Problem).OfType<string>().ToList();
        problems.ForEach(Console.Error.WriteLine);
        yield return new(
            $"{all.Count} wrong inputs", "refused, typed, naming what and why", $"{all.Count - problems.Count} of {all.Count}",
            problems.Count == 0 && all.Count >= Least && all.Select(input => input.What).Distinct().Count() == all.Count);
        yield return new("the same", "no step taken", $"{Attempts.StepsTaken} steps", Attempts.StepsTaken == 0);
    }

    private static string? Problem(WrongInput input)
    {
        try
        {
            input.Attempt();
            return $"{input.What}: taken";
        }
#pragma warning disable CA1031 // Whatever comes is judged.
        catch (Exception refusal)
        {
            var typed = refusal is ArgumentException or InvalidOperationException or DataFormatException or FileNotFoundException or DirectoryNotFoundException;
            var missing = input.Named.Where(part => !refusal.Message.Contains(part, StringComparison.Ordinal)).ToList();
            return !typed ? $"{input.What}: {refusal.GetType().Name}: {refusal.Message}"
                : missing.Count > 0 ? $"{input.What}: '{refusal.Message}' does not say {string.Join(", ", missing)}"
                : null;
        }
#pragma warning restore CA1031
    }
}
