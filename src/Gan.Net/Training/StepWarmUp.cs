namespace Gan.Net.Training;

/// <summary>
/// Rounds in which a player takes more steps than usual: the first ones, and every nth. The defaults are those of WGAN's authors, whose
/// code gives the critic 100 steps for the first 25 generator steps and at every 500th, to bring it near its optimum; the paper does not
/// say so. Immutable.
/// </summary>
public sealed record StepWarmUp
{
    /// <summary>Steps in each of these rounds, at least 1. Default 100.</summary>
    public int Steps { get; init; } = 100;

    /// <summary>How many rounds at the start, at least 0. Default 25.</summary>
    public long FirstRounds { get; init; } = 25;

    /// <summary>And every nth round, counted from 0, at least 1; null for the start only. Default 500.</summary>
    public long? EveryRounds { get; init; } = 500;

    /// <summary>Whether it is one of these rounds.</summary>
    /// <param name="round">The round, from 0.</param>
    public bool Covers(long round) => round < FirstRounds || round % EveryRounds == 0;

    /// <summary>The whole rounds, from the first on, that draw no more than so many batches.</summary>
    /// <param name="batches">Batches there are, at least 0.</param>
    /// <param name="usualSteps">Steps in a usual round, a batch each, at least 1.</param>
    public long RoundsWithin(long batches, int usualSteps) => RoundsFor(Math.Min(batches, long.MaxValue - 1) + 1, 0, usualSteps, Steps - usualSteps) - 1;

    /// <summary>The rounds from one on that draw so many batches, rounded up.</summary>
    /// <param name="batches">Batches to draw.</param>
    /// <param name="from">The first round.</param>
    /// <param name="usual">Batches in a usual round.</param>
    /// <param name="extra">Batches that a round of these draws more; may be negative.</param>
    internal long RoundsFor(long batches, long from, int usual, int extra)
    {
        var (low, high) = (0L, batches);  // each round draws one at least
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var drawn = ((Int128)middle * usual) + ((Int128)(CoveredBefore(from + Math.Min(middle, long.MaxValue - from)) - CoveredBefore(from)) * extra);
            (low, high) = drawn >= batches ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    internal void Validate(OptionProblems problems)
    {
        problems.AtLeast(Steps, 1).AtLeast(FirstRounds, 0);
        if (EveryRounds is long every)
        {
            problems.AtLeast(every, 1, nameof(EveryRounds));
        }
    }

    private long CoveredBefore(long round)
    {
        long Multiples(long below) => EveryRounds is long every ? (below / every) + (below % every == 0 ? 0 : 1) : 0;
        return round <= FirstRounds ? round : FirstRounds + Multiples(round) - Multiples(FirstRounds);
    }
}
