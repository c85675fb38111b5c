using Gan.Net.Losses;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Testing;

/// <summary>
/// What every <see cref="IAdversarialLoss"/> promises. Call <see cref="Check"/> in one test, or make one test for each of the
/// <see cref="Clauses"/>. Thread-safe.
/// </summary>
public static class LossContract
{
    private const double Extreme = 1e4;
    private const double Undecided = 0.5;

    /// <summary>The promises, one by one.</summary>
    public static IReadOnlyList<Clause<IAdversarialLoss>> Clauses { get; } =
    [
        new("terms have the logits' shape", TermsHaveTheLogitsShape),
        new("terms have the logits' precision", TermsHaveTheLogitsPrecision),
        new("terms and gradients are finite for logits of 10,000 and -10,000", ExtremeLogitsStayFinite),
        new("gradients equal finite differences", GradientsEqualDifferences),
        new("undecided logits are pulled the right way", UndecidedLogitsArePulledTheRightWay),
        new("the generator's terms read real logits exactly if GeneratorNeedsRealLogits", RealLogitsAreReadAsDeclared),
        new("if IsZeroSum, the players pull a fake logit with one force, opposite ways", ZeroSumGamesAreDeclared),
        new("logits are left as they were", LogitsAreLeftAsTheyWere),
    ];

    /// <summary>Holds a loss to all clauses.</summary>
    /// <exception cref="ContractException">It breaks some; the message lists each with what is wrong.</exception>
    public static void Check(IAdversarialLoss loss) => ContractCheck.Run(Clauses, loss);

    private static string? TermsHaveTheLogitsShape(IAdversarialLoss loss)
    {
        using var scope = NewDisposeScope();
        foreach (var shape in new long[][] { [1], [5], [5, 3] })
        {
            foreach (var (player, terms) in Terms(loss, Logits(shape, 1), Logits(shape, 2)))
            {
                if (!terms.shape.AsSpan().SequenceEqual(shape))
                {
                    return $"The {player}'s terms of logits {Subject.Show(shape)} are {Subject.Show(terms.shape)}. Return one term for each logit; the trainer takes the mean.";
                }
            }
        }

        return null;
    }

    private static string? TermsHaveTheLogitsPrecision(IAdversarialLoss loss)
    {
        using var scope = NewDisposeScope();
        foreach (var type in new[] { ScalarType.Float32, ScalarType.Float64 })
        {
            foreach (var (player, terms) in Terms(loss, Logits([4], 1).to(type), Logits([4], 2).to(type)))
            {
                if (terms.dtype != type)
                {
                    return $"The {player}'s terms of {type} logits are {terms.dtype}. Make constants with the logits' type.";
                }
            }
        }

        return null;
    }

    private static string? ExtremeLogitsStayFinite(IAdversarialLoss loss)
    {
        foreach (var (real, fake) in new[] { (Extreme, -Extreme), (-Extreme, Extreme), (Extreme, Extreme), (-Extreme, -Extreme) })
        {
            using var scope = NewDisposeScope();
            var (realLogits, fakeLogits) = (full([3], (float)real).requires_grad_(), full([3], (float)fake).requires_grad_());
            foreach (var (player, terms) in Terms(loss, realLogits, fakeLogits))
            {
                terms.sum().backward();
                if (!Finite(terms) || !Finite(realLogits.grad) || !Finite(fakeLogits.grad))
                {
                    return FormattableString.Invariant(
                        $"The {player}'s terms or gradients are not finite for real logits {real} and fake logits {fake}. Use softplus for log(1 + exp(x)), and no logarithm of a sigmoid.");
                }
            }
        }

        return null;
    }

    private static string? GradientsEqualDifferences(IAdversarialLoss loss)
    {
        using var scope = NewDisposeScope();
        var (real, fake) = (Logits([5], 3).to(ScalarType.Float64).requires_grad_(), Logits([5], 4).to(ScalarType.Float64).requires_grad_());
        return FiniteDifferences.Compare([real, fake], () => loss.ForDiscriminator(real, fake)) is { } first ? $"The discriminator's: {first}"
            : FiniteDifferences.Compare([real, fake], () => loss.ForGenerator(loss.GeneratorNeedsRealLogits ? real : fake, fake)) is { } second ? $"The generator's: {second}"
            : null;
    }

    // Halfway between what codings of "fake" and "real" usually are, 0 and 1 or -1 and 1, no loss is content.
    private static string? UndecidedLogitsArePulledTheRightWay(IAdversarialLoss loss)
    {
        var (real, fake) = GradientsHalfway(loss.ForDiscriminator);
        var (_, generator) = GradientsHalfway(loss.ForGenerator);
        return !(real < 0) ? FormattableString.Invariant($"The discriminator's gradient by a real logit of {Undecided} is {real}; expected it below 0, for its step raises the logit.")
            : !(fake > 0) ? FormattableString.Invariant($"The discriminator's gradient by a fake logit of {Undecided} is {fake}; expected it above 0, for its step lowers the logit.")
            : !(generator < 0) ? FormattableString.Invariant($"The generator's gradient by a fake logit of {Undecided} is {generator}; expected it below 0, for its step raises the logit.")
            : null;
    }

    private static string? RealLogitsAreReadAsDeclared(IAdversarialLoss loss)
    {
        using var scope = NewDisposeScope();
        var (real, fake) = (Logits([4], 1).requires_grad_(), Logits([4], 2).requires_grad_());
        loss.ForGenerator(real, fake).sum().backward();
        return fake.grad is null ? "The generator's terms do not depend on the fake logits."
            : loss.GeneratorNeedsRealLogits == real.grad is not null ? null
            : $"GeneratorNeedsRealLogits is {loss.GeneratorNeedsRealLogits}, and the real logits have {(real.grad is null ? "no" : "a")} gradient.";
    }

    private static string? ZeroSumGamesAreDeclared(IAdversarialLoss loss)
    {
        using var scope = NewDisposeScope();
        var (real, fake) = (Logits([4], 1).to(ScalarType.Float64), Logits([4], 2).to(ScalarType.Float64).requires_grad_());
        loss.ForDiscriminator(real, fake).add(loss.ForGenerator(real, fake)).sum().backward();
        var left = fake.grad?.abs().max().ToDouble() ?? 0;
        return !loss.IsZeroSum || left < 1e-9 ? null : FormattableString.Invariant($"The players' gradients by a fake logit add up to {left:G3}; expected 0. Leave IsZeroSum false.");
    }

    private static string? LogitsAreLeftAsTheyWere(IAdversarialLoss loss)
    {
        using var scope = NewDisposeScope();
        var (real, fake) = (Logits([4], 1), Logits([4], 2));
        _ = Terms(loss, real, fake);
        return ModelStates.Identical(real, Logits([4], 1)) && ModelStates.Identical(fake, Logits([4], 2)) ? null : "A logit was changed in place.";
    }

    private static (string Player, Tensor Terms)[] Terms(IAdversarialLoss loss, Tensor real, Tensor fake) =>
        [("discriminator", loss.ForDiscriminator(real, fake)), ("generator", loss.ForGenerator(real, fake))];

    private static Tensor Logits(long[] shape, ulong seed)
    {
        using var random = new Generator(seed, CPU);
        return randn(shape, generator: random);
    }

    private static (double Real, double Fake) GradientsHalfway(Func<Tensor, Tensor, Tensor> terms)
    {
        using var scope = NewDisposeScope();
        var (real, fake) = (full([1], Undecided).requires_grad_(), full([1], Undecided).requires_grad_());
        terms(real, fake).sum().backward();
        return (real.grad?.to(ScalarType.Float64).ToDouble() ?? 0, fake.grad?.to(ScalarType.Float64).ToDouble() ?? 0);
    }

    private static bool Finite(Tensor? values) => values is null || values.isfinite().all().ToBoolean();
}
