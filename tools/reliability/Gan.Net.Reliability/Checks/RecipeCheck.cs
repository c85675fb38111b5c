using Gan.Net.Checkpoints;
using Gan.Net.Reliability.Games;
using Gan.Net.Reliability.Runner;
using Gan.Net.Training;

namespace Gan.Net.Reliability.Checks;

/// <summary>
/// Every recipe, loss, penalty, augmentation, optimizer and rule of the library, each in a game of its own, goes on from a checkpoint bit for bit.
/// </summary>
internal sealed class RecipeCheck : Check
{
    private const int Last = 10;
    private static readonly int[] _stops = [1, 4, 8];

    public override string Name => "recipes";

    public override IEnumerable<Figure> Run(Occasion occasion)
    {
        var recipes = EveryGame.All.ToList();
        var broken = new List<string>();
        foreach (var recipe in recipes)
        {
            occasion.Note(recipe.Name);
            broken.AddRange(_stops.Where(stop => !GoesOn(recipe, stop, occasion)).Select(stop => $"{recipe.Name} at {stop}"));
        }

        yield return new(
            $"{recipes.Count} games, each stopped at rounds {string.Join(", ", _stops)}", "end as uninterrupted, bit for bit",
            broken.Count == 0 ? $"{recipes.Count * _stops.Length} of {recipes.Count * _stops.Length}" : string.Join(", ", broken), broken.Count == 0 && recipes.Count > 25);
    }

    private static bool GoesOn(NamedGame recipe, int stop, Occasion occasion)
    {
        using var whole = recipe.Make();
        whole.PlayTo(stop);
        var folder = Path.Combine(occasion.Folder, $"{recipe.Name}-{stop}");
        using (var run = RunCheckpoints.Open(folder))
        {
            run.Save(whole.Trainer, whole.Source);
        }

        using var resumed = recipe.Make();
        using (var run = RunCheckpoints.Open(folder))
        {
            run.Resume(resumed.Trainer, resumed.Source);
        }

        whole.PlayTo(Last);
        resumed.PlayTo(Last);
        return whole.Digest() == resumed.Digest();
    }
}
