using Gan.Net.Reliability.Games;
using Gan.Net.Reliability.Numbers;
using Gan.Net.Reliability.Runner;
using static TorchSharp.torch;

namespace Gan.Net.Reliability.Checks;

/// <summary>
/// Tensors alive before and after many steps of every game: none more, without the help of a garbage collector. The control leaks on
/// purpose and must be seen.
/// </summary>
internal sealed class MemoryCheck : Check
{
    public override string Name => "memory";

    public override IEnumerable<Figure> Run(Occasion occasion) => [Steps(occasion), Control()];

    // In as many processes as there are cores, each with its share of the games: the engine counts tensors for a whole process.
    private static Figure Steps(Occasion occasion)
    {
        var steps = occasion.Count(60, 5_000);
        var shares = Environment.ProcessorCount;
        var children = Enumerable.Range(0, shares)
            .Select(share => Children.Start(CountingChild.Verb, $"{share}", $"{shares}", $"{occasion.Count(6, 300)}", $"{steps}")).ToList();
        var counts = children.Select(child => child.StandardOutput.ReadToEndAsync()).ToList();
        var errors = children.Select(child => child.StandardError.ReadToEndAsync()).ToList();
        children.ForEach(child => child.WaitForExit());
        var lines = counts.SelectMany(count => count.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToList();
        errors.ForEach(error => Console.Error.Write(error.Result));
        var leaks = lines.Where(line => !line.EndsWith(": 0", StringComparison.Ordinal)).ToList();
        var games = EveryGame.All.Count();
        return new(
            $"{steps:N0} steps of each of {games} games", "0 tensors more", leaks.Count == 0 ? $"0 in {lines.Count} games" : string.Join(", ", leaks),
            leaks.Count == 0 && lines.Count == games && children.TrueForAll(child => child.ExitCode == 0));
    }

    private static Figure Control()
    {
        var left = TensorCount.LeftBy(10, many =>
        {
            for (var i = 0; i < many; i++)
            {
                _ = zeros(1);
            }
        });
        return new("control: 10 tensors left behind", "seen", $"{left}", left == 10);
    }
}
