using Gan.Net.Data;
using Gan.Net.Dcgan;
using Gan.Net.Mlp;
using Gan.Net.Training;

namespace Gan.Net.TestSupport;

/// <summary>The library's named recipes under the monitor: on the ring as the tool plays them, and on drawn digits with a narrow DCGAN.</summary>
internal static class RecipeGames
{
    private const long MostRounds = 20_000;
    private const long UsualRounds = 8_000;
    private const long PictureRounds = 6_000;
    private const int PictureWidth = 8;
    private const int PictureBatch = 16;

    /// <summary>Every recipe on the ring of eight, with the tool's networks; paper's rounds where there are fewer than 20,000.</summary>
    public static IReadOnlyList<MonitoredGame> OnTheRing { get; } = [.. Recipes.All.Select(recipe => new MonitoredGame
    {
        Name = $"recipe {recipe.Name}, ring",
        Recipe = recipe,
        Rounds = Math.Min(recipe.Rounds ?? UsualRounds, MostRounds),
        Source = seed => new RingSource(RingOptions.D2Gan, new DrawOptions { BatchSize = recipe.BatchSize, Seed = seed }),
        Models = seed => PointModels(recipe, seed),
    })];

    /// <summary>Every recipe on drawn digits, in little: a DCGAN of width 8 and batches of 16.</summary>
    public static IReadOnlyList<MonitoredGame> OnDigits { get; } = [.. Recipes.All.Select(recipe => new MonitoredGame
    {
        Name = $"recipe {recipe.Name}, digits",
        Recipe = recipe,
        Rounds = PictureRounds,
        Source = seed => new DrawnDigits(new DrawOptions { BatchSize = PictureBatch, Seed = seed }),
        Models = seed => PictureModels(recipe, seed),
    })];

    private static (IGenerator Generator, IDiscriminator Discriminator) PointModels(Recipe recipe, long seed)
    {
        var options = recipe.Name switch
        {
            "pacgan-2d" => MlpOptions.PacGan2D,
            "unrolled-2d" => MlpOptions.Unrolled2D,
            _ => (MlpOptions.Ring with { OutputScale = 2.49 }).For(recipe),
        } with { Seed = seed };
        return (new MlpGenerator(options), new MlpDiscriminator(options.ForPacks(recipe.PackSize)));
    }

    private static (IGenerator Generator, IDiscriminator Discriminator) PictureModels(Recipe recipe, long seed)
    {
        var options = (DcganOptions.Mnist28 with { Width = PictureWidth, Seed = seed }).For(recipe);
        return (new DcganGenerator(options), new DcganDiscriminator(options.ForPacks(recipe.PackSize)));
    }
}
