using Gan.Net.Reliability.Games;
using Gan.Net.Reliability.Interruptions;
using Gan.Net.Reliability.Runner;
using Gan.Net.Training;
using TorchSharp;

namespace Gan.Net.Reliability.Checks;

/// <summary>
/// Exceptions from a user's code at random points, and cancellation at random times: the run ends at once with that exception or
/// with <see cref="OperationCanceledException"/>, the trainer stands after a whole step, and the last checkpoint is whole.
/// </summary>
internal sealed class InterruptionCheck : Check
{
    public override string Name => "interruptions";

    public override IEnumerable<Figure> Run(Occasion occasion) => [Exceptions(occasion), Cancellations(occasion), CancelledBeforehand()];

    private static Figure Exceptions(Occasion occasion)
    {
        var count = occasion.Count(22, 110);
        var (problems, thrown) = (new List<string>(), 0);
        for (var i = 0; i < count; i++)
        {
            var random = new SeededRandom(SeededRandom.Derive(23, (ulong)i));
            using var game = new FailingGame(Path.Combine(occasion.Folder, $"{i}"));
            game.Play(1 + (int)random.NextInt64(4));
            var part = FailingParts.Names[i % FailingParts.Names.Count];
            var call = part.EndsWith("hook", StringComparison.Ordinal) ? (int)random.NextInt64(part is "start hook" or "end hook" ? 1 : 6) : (int)random.NextInt64(12);
            if (game.Suffer(part, call) is { } problem)
            {
                problems.Add(problem);
            }

            thrown += game.Parts.Thrown is null ? 0 : 1;
            game.Play(2);
        }

        problems.Take(5).ToList().ForEach(Console.Error.WriteLine);
        return new(
            $"{thrown} exceptions from user's code at {FailingParts.Names.Count} places", "same exception, whole step, checkpoint sound, goes on",
            $"{thrown - problems.Count} of {thrown}", problems.Count == 0 && thrown >= count * 9 / 10);
    }

    private static Figure Cancellations(Occasion occasion)
    {
        var count = occasion.Count(30, 500);
        var longest = occasion.Count(100, 400);
        var states = States(longest);
        var (whole, late, other, uncancelled) = (0, 0, 0, 0);
        for (var i = 0; i < count; i++)
        {
            var random = new SeededRandom(SeededRandom.Derive(29, (ulong)i));
            using var game = new SmallGame();
            using var stop = new CancellationTokenSource();
            var run = game.Trainer.FitAsync(game.Source, TrainingLength.Rounds(longest), cancellationToken: stop.Token);
            Thread.Sleep((int)random.NextInt64(longest / 10));
            var before = game.Trainer.Rounds;
            stop.Cancel();
            try
            {
                run.GetAwaiter().GetResult();
                uncancelled++;
                continue;
            }
            catch (OperationCanceledException)
            {
                late += game.Trainer.Rounds > before + 2 ? 1 : 0;  // one in hand when it was read, one when it was cancelled
            }
#pragma warning disable CA1031 // Counted.
            catch (Exception)
            {
                other++;
            }
#pragma warning restore CA1031

            whole += game.Digest() == states[game.Trainer.Rounds] ? 1 : 0;
        }

        var cancelled = count - uncancelled;  // a fast machine ends some runs first
        return new(
            $"{cancelled} cancellations at random times", "within a round, at a whole round, as the run alone",
            $"{whole} whole, {late} late, {other} otherwise", whole == cancelled && late == 0 && other == 0 && cancelled >= count / 2);
    }

    private static Figure CancelledBeforehand()
    {
        using var game = new SmallGame();
        game.PlayTo(3);
        var before = game.Digest();
        var cancelled = false;
        try
        {
            game.Trainer.Fit(game.Source, TrainingLength.Rounds(5), cancellationToken: new CancellationToken(canceled: true));
        }
        catch (OperationCanceledException)
        {
            cancelled = true;
        }

        return new("a token cancelled beforehand", "0 rounds, nothing changed", $"{game.Trainer.Rounds - 3} rounds", cancelled && game.Trainer.Rounds == 3 && game.Digest() == before);
    }

    private static string[] States(int rounds)
    {
        using var game = new SmallGame();
        var states = new string[rounds + 1];
        for (var round = 0; round <= rounds; round++)
        {
            game.PlayTo(round);
            states[round] = game.Digest();
        }

        return states;
    }
}
