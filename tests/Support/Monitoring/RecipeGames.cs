using Gan.Net.Data;
using Gan.Net.Dcgan;
using Gan.Net.Mlp;
using Gan.Net.Training;

namespace Gan.Net.TestSupport;

/// <summary>
/// The library's named recipes under the monitor: those for points of the plane on the ring, as the tool plays them, the others in little on
/// drawn digits.
/// </summary>
internal static class RecipeGames
{
    private const long MostRounds = 20_000;
    private const long PictureRounds = 6_000;
    private const int PictureWidth = 8;
    private const int PictureBatch = 16;

    /// <summary>The recipes for points, with their papers' networks and at most 20,000 of their rounds.</summary>
    public static IReadOnlyList<MonitoredGame> OnTheRing { get; } = [.. Recipes.All.Where(IsForPoints).Select(recipe => new MonitoredGame
    {
        Name = $"recipe {recipe.Name}, ring",
        Recipe = recipe,
        Rounds = Math.Min(recipe.Rounds!.Value, MostRounds),
        Source = seed => new RingSource(RingOptions.D2Gan, new DrawOptions { BatchSize = recipe.BatchSize, Seed = seed }),
        Models = seed => PointModels(recipe, seed),
    })];

    /// <summary>The recipes for pictures: a DCGAN of width 8, batches of 16.</summary>
    public static IReadOnlyList<MonitoredGame> OnDigits { get; } = [.. Recipes.All.Where(recipe => !IsForPoints(recipe)).Select(recipe => new MonitoredGame
    {
        Name = $"recipe {recipe.Name}, digits",
        Recipe = recipe,
        Rounds = PictureRounds,
        Source = seed => new DrawnDigits(new DrawOptions { BatchSize = PictureBatch, Seed = seed }),
        Models = seed => PictureModels(recipe, seed),
    })];

    private static bool IsForPoints(Recipe recipe) => recipe.Name.EndsWith("-2d", StringComparison.Ordinal);

    private static (IGenerator Generator, IDiscriminator Discriminator) PointModels(Recipe recipe, long seed)
    {
        var options = (recipe == Recipes.PacGan2D ? MlpOptions.PacGan2D : MlpOptions.Unrolled2D) with { Seed = seed };
        return (new MlpGenerator(options), new MlpDiscriminator(options.ForPacks(recipe.PackSize)));
    }

    private static (IGenerator Generator, IDiscriminator Discriminator) PictureModels(Recipe recipe, long seed)
    {
        var options = (DcganOptions.Mnist28 with { Width = PictureWidth, Seed = seed }).For(recipe);
        return (new DcganGenerator(options), new DcganDiscriminator(options.ForPacks(recipe.PackSize)));
    }
}
