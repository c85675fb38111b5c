using Gan.Net.Reliability.Games;
using Gan.Net.Reliability.Runner;
using Gan.Net.Training;

namespace Gan.Net.Reliability.Checks;

/// <summary>Several trainers in one process, each on its own thread, each bit-identical to its run alone.</summary>
internal sealed class ThreadCheck : Check
{
    private static readonly int[] _crowds = [2, 4, 8];

    public override string Name => "threads";

    public override IEnumerable<Figure> Run(Occasion occasion)
    {
        var rounds = occasion.Count(15, 60);
        var times = occasion.Count(2, 20);
        var alone = Enumerable.Range(0, _crowds.Max()).Select(seed => Play(seed, rounds)).ToArray();
        foreach (var crowd in _crowds)
        {
            var same = 0;
            for (var time = 0; time < times; time++)
            {
                same += Together(crowd, rounds).Zip(alone).Count(pair => pair.First == pair.Second);
            }

            yield return new(
                $"{crowd} trainers at once, {times} times", "each as alone, bit for bit", $"{same} of {crowd * times}",
                same == crowd * times && alone.Distinct().Count() == alone.Length);
        }
    }

    private static string[] Together(int crowd, int rounds)
    {
        var digests = new string[crowd];
        var errors = new List<Exception>();
        using var start = new Barrier(crowd);
        var threads = Enumerable.Range(0, crowd).Select(seed => new Thread(() =>
        {
            try
            {
                start.SignalAndWait();
                digests[seed] = Play(seed, rounds);
            }
#pragma warning disable CA1031 // A thread's failure is told by the one that waits for it.
            catch (Exception error)
            {
                lock (errors)
                {
                    errors.Add(error);
                }
            }
#pragma warning restore CA1031
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return errors.Count == 0 ? digests : throw new AggregateException(errors);
    }

    // Each seed has other rules too, so that nobody is right by having a neighbour's numbers.
    private static string Play(int seed, int rounds)
    {
        using var game = new SmallGame(SmallGame.Everything with { Seed = seed, Update = seed % 4 == 3 ? UpdateRule.Simultaneous : UpdateRule.Alternating, DiscriminatorSteps = seed % 4 == 3 ? 1 : 2 });
        game.PlayTo(rounds);
        return game.Digest();
    }
}
