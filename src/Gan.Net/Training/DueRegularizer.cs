using Gan.Net.Regularizers;
using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>A regularizer that is due, its place among all, and the name of its measure.</summary>
internal sealed record DueRegularizer<T>(T Regularizer, int Index, string Measure)
    where T : class, IRegularizer
{
    /// <summary>The mean of the game's terms plus the mean of this one's, which stands for the steps it was not due.</summary>
    public Tensor Add(Tensor terms, Tensor term, Player player, Round? round)
    {
        // The two terms of one that acts on both players are told apart.
        round?.Measure(Regularizer is IDiscriminatorRegularizer and IGeneratorRegularizer ? $"{player.Name}.{Measure}" : Measure, term);
        var share = Regularizer.Every == 1 ? term.mean() : term.mean().mul(Regularizer.Every);
        return terms.mean().add(share);
    }
}
