using System.Globalization;

namespace Gan.Net.Evaluation;

/// <summary>The choices of an Inception Score. Immutable.</summary>
public sealed record InceptionScoreOptions
{
    /// <summary>Into how many parts the samples are split, at least 1. Default 10.</summary>
    public int Splits { get; init; } = 10;

    /// <summary>How samples come into the splits. Default <see cref="SplitOrder.AsAdded"/>.</summary>
    public SplitOrder Order { get; init; } = SplitOrder.AsAdded;

    /// <summary>Chooses a random order. Default 0.</summary>
    public long Seed { get; init; }

    internal string Settings => string.Create(CultureInfo.InvariantCulture, $"{Splits}splits{(Order == SplitOrder.Shuffled ? "-shuffled" : "")}");

    internal InceptionScoreOptions Checked()
    {
        new OptionProblems(nameof(InceptionScoreOptions))
            .AtLeast(Splits, 1)
            .Require(Enum.IsDefined(Order), "must be a known order", Order)
            .ThrowIfAny();
        return this;
    }
}
