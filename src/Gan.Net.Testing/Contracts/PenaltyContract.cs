using Gan.Net.Regularizers;
using Gan.Net.Testing.Doubles;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Testing;

/// <summary>
/// What every <see cref="IRegularizer"/> promises, seen through the real trainer on images of 1 by 4 by 4 and a critic with features. Give one whose
/// weights are not zero: a penalty that does nothing breaks promises. Thread-safe.
/// </summary>
public static class PenaltyContract
{
    private const double Tolerance = 1e-6;
    private const double Step = 1e-5;
    private const int Directions = 6;
    private const double Extreme = 1e4;

    /// <summary>The promises, one by one.</summary>
    public static IReadOnlyList<Clause<IRegularizer>> Clauses { get; } =
    [
        new("it is a term of the discriminator's loss, the generator's, or both", IsATermOfSomeLoss),
        new("it moves its players and nobody else", MovesItsPlayersOnly),
        new("the step it causes is its gradient, by finite differences", GradientEqualsDifferences),
        new("terms and gradients are finite when logits are about 10,000 and -10,000", ExtremeLogitsStayFinite),
        new("terms and gradients are finite for a flat critic and a collapsed generator", FlatModelsStayFinite),
        new("the same seed gives the same steps", SameSeedSameSteps),
        new("no tensor is left behind", LeavesNoTensorBehind),
    ];

    /// <summary>Holds a penalty to all clauses.</summary>
    /// <exception cref="ContractException">It breaks some; the message lists each with what is wrong.</exception>
    public static void Check(IRegularizer penalty) => ContractCheck.Run(Clauses, penalty);

    private static string? IsATermOfSomeLoss(IRegularizer penalty) => penalty is IDiscriminatorRegularizer or IGeneratorRegularizer
        ? null
        : $"It implements neither {nameof(IDiscriminatorRegularizer)} nor {nameof(IGeneratorRegularizer)}, so no trainer asks it.";

    private static string? MovesItsPlayersOnly(IRegularizer penalty)
    {
        using var trial = new PenaltyTrial(penalty, PlayerOrder.DiscriminatorFirst);
        var (critic, generator) = (PenaltyTrial.Weights(trial.Critic), PenaltyTrial.Weights(trial.Generator));
        trial.Play();
        return Moved("discriminator", penalty is IDiscriminatorRegularizer, critic, PenaltyTrial.Weights(trial.Critic))
            ?? Moved("generator", penalty is IGeneratorRegularizer, generator, PenaltyTrial.Weights(trial.Generator));
    }

    private static string? Moved(string player, bool expected, double[] before, double[] after)
    {
        var moved = before.Zip(after).Any(pair => pair.First != pair.Second);
        return moved == expected ? null
            : moved ? $"It moved the {player}, whose penalty it is not."
            : $"It did not move the {player}. Is a gradient cut off, by detach(), no_grad() or a missing create_graph, or is its weight zero?";
    }

    // What a penalty remembers is a constant to its gradient but not to differences, so one that remembers is not compared.
    private static string? GradientEqualsDifferences(IRegularizer penalty) =>
        (penalty is IDiscriminatorRegularizer ? Compare(penalty, "discriminator", PlayerOrder.DiscriminatorFirst) : null)
        ?? (penalty is IGeneratorRegularizer ? Compare(penalty, "generator", PlayerOrder.GeneratorFirst) : null);

    private static string? Compare(IRegularizer penalty, string player, PlayerOrder order)
    {
        double[] gradient;
        using (var trial = new PenaltyTrial(penalty, order))
        {
            var module = Module(trial, player);
            var before = PenaltyTrial.Weights(module);
            trial.Play();
            gradient = [.. before.Zip(PenaltyTrial.Weights(module), (old, young) => old - young)];
            if (trial.Remembers)
            {
                return null;
            }
        }

        for (var number = 0; number < Directions; number++)
        {
            var direction = Direction(gradient.Length, number);
            var slope = gradient.Zip(direction, (left, right) => left * right).Sum();
            var difference = (Value(penalty, player, order, direction, Step) - Value(penalty, player, order, direction, -Step)) / (2 * Step);
            if (!(Math.Abs(slope - difference) <= Tolerance * Math.Max(1, Math.Abs(difference))))
            {
                return FormattableString.Invariant(
                    $"Along one direction of the {player}'s weights the step goes by {slope:G8}, the term by {difference:G8}. A second derivative that is missing shows like this: pass create_graph.");
            }
        }

        return null;
    }

    private static double Value(IRegularizer penalty, string player, PlayerOrder order, double[] direction, double by)
    {
        using var trial = new PenaltyTrial(penalty, order, change: (critic, generator) => Shift(player == "generator" ? generator : critic, direction, by));
        return trial.Play()[player + ".loss"];
    }

    private static nn.Module Module(PenaltyTrial trial, string player) => player == "generator" ? trial.Generator : trial.Critic;

    private static void Shift(nn.Module module, double[] direction, double by)
    {
        var start = 0;
        foreach (var parameter in module.parameters())
        {
            var length = (int)parameter.numel();
            parameter.add_(tensor(direction[start..(start + length)]).mul(by).view(parameter.shape));
            start += length;
        }
    }

    private static double[] Direction(int length, int number)
    {
        var random = new SeededRandom(SeededRandom.Derive(5, (ulong)number));
        return [.. Enumerable.Range(0, length).Select(_ => random.NextGaussian() / Math.Sqrt(length))];
    }

    private static string? ExtremeLogitsStayFinite(IRegularizer penalty) =>
        Finite(penalty, (critic, _) => critic.Last.mul_((Scalar)Extreme)) ?? Finite(penalty, (critic, _) => critic.Last.mul_((Scalar)(-Extreme)));

    private static string? FlatModelsStayFinite(IRegularizer penalty) => Finite(penalty, (critic, generator) =>
    {
        critic.First.zero_();
        generator.Weight.zero_();
    });

    // The trainer stops at the first number that is none and says where.
    private static string? Finite(IRegularizer penalty, Action<SmoothCritic, SmoothGenerator> change)
    {
        foreach (var order in new[] { PlayerOrder.DiscriminatorFirst, PlayerOrder.GeneratorFirst })
        {
            using var scope = NewDisposeScope();
            using var trial = new PenaltyTrial(penalty, order, ScalarType.Float32, change);
            trial.Play();
        }

        return null;
    }

    private static string? SameSeedSameSteps(IRegularizer penalty)
    {
        double[] Play()
        {
            using var trial = new PenaltyTrial(penalty, PlayerOrder.DiscriminatorFirst);
            trial.Play(2);
            return [.. PenaltyTrial.Weights(trial.Critic), .. PenaltyTrial.Weights(trial.Generator)];
        }

        return Play().SequenceEqual(Play()) ? null : "Two runs from one seed ended differently. Draw from the pass's Random only.";
    }

    private static string? LeavesNoTensorBehind(IRegularizer penalty)
    {
        using var trial = new PenaltyTrial(penalty, PlayerOrder.DiscriminatorFirst);
        trial.Play(2);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var before = Tensor.TotalCount;
        trial.Play(10);
        var more = Tensor.TotalCount - before;
        return more <= 0 ? null : $"{more} tensors more live after 10 rounds than before. Let the step's dispose scope have them; what must last goes to the pass's State.";
    }
}
