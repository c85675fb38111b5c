using Gan.Net.Regularizers;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>One player's regularizers and when each is due.</summary>
/// <typeparam name="T">The player's kind of regularizer.</typeparam>
internal sealed class RegularizerSchedule<T>(IEnumerable<IRegularizer> all)
    where T : class, IRegularizer
{
    private readonly T[] _mine = [.. all.OfType<T>()];

    /// <summary>Those due at a player's step, counted from 0.</summary>
    public T[] DueAt(long step) =>
        Array.TrueForAll(_mine, regularizer => regularizer.Every == 1) ? _mine : Array.FindAll(_mine, regularizer => step % regularizer.Every == 0);
}

/// <summary>Joins regularizers' terms with the game's.</summary>
internal static class RegularizerSchedule
{
    /// <summary>The mean of the game's terms plus the mean of one regularizer's, which stands for the steps it was not due.</summary>
    public static Tensor Add(Tensor terms, Tensor term, IRegularizer regularizer, Player player, Round<Batch>? round)
    {
        round?.Measure(MeasureOf(regularizer, player), term);
        var share = regularizer.Every == 1 ? term.mean() : term.mean().mul(regularizer.Every);
        return terms.mean().add(share);
    }

    // The two terms of one that acts on both players are told apart.
    private static string MeasureOf(IRegularizer regularizer, Player player) =>
        regularizer is IDiscriminatorRegularizer and IGeneratorRegularizer ? $"{player.Name}.{regularizer.GetType().Name}" : regularizer.GetType().Name;
}
