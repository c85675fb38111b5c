using Gan.Net.Losses;
using Gan.Net.Regularizers;
using Gan.Net.Reliability.Games;
using Gan.Net.Reliability.Numbers;
using Gan.Net.Reliability.Runner;
using Gan.Net.Training;

namespace Gan.Net.Reliability.Checks;

/// <summary>
/// NaN and infinities put into batch, latents, loss, gradients, weights and buffers of either player: found in the same step, named, and
/// everything as it was before that step, bit for bit. The control is the same without the guard, which must let it through.
/// </summary>
internal sealed class InjectionCheck : Check
{
    public override string Name => "non-finite";

    public override IEnumerable<Figure> Run(Occasion occasion)
    {
        var count = occasion.Count(60, 200);
        var problems = new List<string>();
        var places = new SortedDictionary<InjectionPlace, int>();
        for (var i = 0; i < count; i++)
        {
            var random = new SeededRandom(SeededRandom.Derive(17, (ulong)i));
            using var game = new InjectedGame(_rules[i % _rules.Length]);
            game.Play(1 + (int)random.NextInt64(4));
            var injection = game.Choose(random);
            places[injection.Place] = places.GetValueOrDefault(injection.Place) + 1;
            if (game.Suffer(injection) is { } problem)
            {
                problems.Add(problem);
            }
        }

        problems.Take(5).ToList().ForEach(Console.Error.WriteLine);
        var kinds = string.Join(", ", places.Select(place => $"{place.Value} {place.Key.ToString().ToLowerInvariant()}"));
        yield return new($"{count} bad numbers ({kinds})", "found in that step, named, state as before", $"{count - problems.Count} of {count}", problems.Count == 0 && places.Count == 6);
        yield return Control();
    }

    private static readonly GanTrainerOptions[] _rules =
    [
        SmallGame.Everything with { NumericPolicy = NumericPolicy.Throw },
        new() { Ema = new EmaSettings() },
        new() { Update = UpdateRule.Simultaneous, Ema = new EmaSettings(), Regularizers = [new LeCamPenalty()] },
        new() { Latents = LatentReuse.Shared, GeneratorOptimizer = new RmsPropSettings(), DiscriminatorOptimizer = new RmsPropSettings() },
        new() { Order = PlayerOrder.GeneratorFirst, Loss = new HingeLoss(), AfterDiscriminatorStep = [new WeightClipping()] },
        new() { Loss = new WassersteinLoss(), Regularizers = [new WganGpPenalty()], DiscriminatorSteps = 3, Ema = new EmaSettings() },
    ];

    private static Figure Control()
    {
        using var game = new InjectedGame(new() { NumericPolicy = NumericPolicy.Unchecked });
        game.Play(2);
        var seen = game.Suffer(new Injection(InjectionPlace.Batch, false, double.NaN, 5));
        return new("control: no guard", "goes unnoticed", seen is null ? "found" : "unnoticed", seen?.EndsWith("not found", StringComparison.Ordinal) == true);
    }
}
