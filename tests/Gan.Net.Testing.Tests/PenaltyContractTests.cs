using Gan.Net.Regularizers;
using Gan.Net.Testing.Tests.Support;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Testing.Tests;

public sealed class PenaltyContractTests
{
    private static readonly List<Tensor> _kept = [];

    [Fact]
    public void Check_SoundPenalty_IsContent()
    {
        PenaltyContract.Check(new BrokenPenalty());
        PenaltyContract.Check(new ModeSeekingPenalty());
    }

    public static TheoryData<IRegularizer, string, string> Wrong => new()
    {
        {
            new Nothing(),
            "it is a term of the discriminator's loss, the generator's, or both",
            "It implements neither IDiscriminatorRegularizer nor IGeneratorRegularizer, so no trainer asks it."
        },
        {
            new BrokenPenalty { Term = pass => pass.RealLogits.detach().square() },
            "it moves its players and nobody else",
            "It did not move the discriminator. Is a gradient cut off, by detach(), no_grad() or a missing create_graph, or is its weight zero?"
        },
        {
            // The error of three public projects: without create_graph the penalty is a number that trains nothing.
            new BrokenPenalty { Term = WithoutSecondDerivative },
            "it moves its players and nobody else",
            "It did not move the discriminator. Is a gradient cut off, by detach(), no_grad() or a missing create_graph, or is its weight zero?"
        },
        {
            new BrokenPenalty { Term = pass => WithoutSecondDerivative(pass).mul(pass.RealLogits) },
            "the step it causes is its gradient, by finite differences",
            "Along one direction of the discriminator's weights the step goes by "
        },
        {
            new BrokenPenalty { Term = pass => pass.RealLogits.exp() },
            "terms and gradients are finite when logits are about 10,000 and -10,000",
            "It threw NonFiniteNumberException: Round 1, step 1 of the discriminator"
        },
        {
            new BrokenPenalty { Term = pass => InputGradients.SquaredNorms(pass.RealLogits, pass.Real).sqrt() },
            "terms and gradients are finite for a flat critic and a collapsed generator",
            "It threw NonFiniteNumberException: Round 1, step 1 of the discriminator"
        },
        {
            new BrokenPenalty { Term = pass => pass.RealLogits.square().mul(Random.Shared.NextDouble() + 1) },
            "the same seed gives the same steps",
            "Two runs from one seed ended differently. Draw from the pass's Random only."
        },
        {
            new BrokenPenalty { Term = Hoarding },
            "no tensor is left behind",
            "10 tensors more live after 10 rounds than before. Let the step's dispose scope have them; what must last goes to the pass's State."
        },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Check_BrokenPenalty_NamesTheClauseAndWhatIsWrong(IRegularizer penalty, string clause, string message)
    {
        var failure = Assert.Throws<ContractException>(() => PenaltyContract.Clauses.Single(one => one.Name == clause).Check(penalty));

        Assert.StartsWith($"{penalty.GetType().Name} breaks \"{clause}\": {message}", failure.Message, StringComparison.Ordinal);
        _kept.ForEach(tensor => tensor.Dispose());
        _kept.Clear();
    }

    [Fact]
    public void Check_PenaltyThatMovesTheOtherPlayer_SaysWhom()
    {
        var failure = Assert.Throws<ContractException>(() => PenaltyContract.Check(new Meddler()));

        Assert.Contains("it moves its players and nobody else", failure.BrokenClauses);
        Assert.Contains("It moved the generator, whose penalty it is not.", failure.Message, StringComparison.Ordinal);
    }

    private static Tensor WithoutSecondDerivative(DiscriminatorPass pass)
    {
        var gradient = autograd.grad([pass.RealLogits.sum()], [pass.Real], retain_graph: true)[0];
        return gradient.detach().flatten(1).square().sum(1).add(pass.RealLogits.mul(0));
    }

    private static Tensor Hoarding(DiscriminatorPass pass)
    {
        _kept.Add(pass.RealLogits.detach().clone().DetachFromDisposeScope());
        return pass.RealLogits.square();
    }

    private sealed record Nothing : IRegularizer;

    // Writes into the generator's weights from the discriminator's turn.
    private sealed record Meddler : IDiscriminatorRegularizer
    {
        public Tensor ForDiscriminator(DiscriminatorPass pass)
        {
            using (no_grad())
            {
                foreach (var parameter in pass.Generator.Module.parameters())
                {
                    parameter.add_(1);
                }
            }

            return pass.RealLogits.square();
        }
    }
}
