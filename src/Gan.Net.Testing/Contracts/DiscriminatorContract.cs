using Gan.Net.Regularizers;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Testing;

/// <summary>What every <see cref="IDiscriminator"/> promises, on the CPU. Thread-safe.</summary>
public static class DiscriminatorContract
{
    private const int Logits = 4;

    /// <summary>The promises, one by one.</summary>
    public static IReadOnlyList<Clause<DiscriminatorSubject>> Clauses { get; } =
    [
        new("logits are one for each sample or pack, or a row of patches", subject => With(subject, LogitsHaveTheShape)),
        new("logits are finite for samples far out", subject => With(subject, (discriminator, shape) =>
            ModelStates.Finite(Score(discriminator, Samples(discriminator, shape).mul(1e4))) ? null : "Samples of 10,000 give logits that are not finite.")),
        new("samples decide: the same give the same logit, others another", subject => With(subject, SamplesDecide)),
        new("every parameter receives a gradient", subject => With(subject, EveryParameterReceivesAGradient)),
        new("the gradient by the samples can be penalised", subject => With(subject, GradientCanBePenalised)),
        new("all that decides is in the state dictionary", AllThatDecidesIsInTheState),
        new("samples are scored alone if ScoresSamplesAlone says so", subject => With(subject, ScoresSamplesAloneIsTrue)),
        new("features are as many as FeatureCount says, and only shown when asked for", subject => With(subject, FeaturesAreAsPromised)),
        new("a condition is taken or refused as Condition says", subject => With(subject, ConditionIsTakenOrRefused)),
    ];

    /// <summary>Holds a discriminator to all clauses.</summary>
    /// <exception cref="ContractException">It breaks some; the message lists each with what is wrong.</exception>
    public static void Check(DiscriminatorSubject subject) => ContractCheck.Run(Clauses, subject);

    private static string? With(DiscriminatorSubject subject, Func<IDiscriminator, IReadOnlyList<long>, string?> look)
    {
        using var scope = NewDisposeScope();
        using var discriminator = subject.Create();
        return look(discriminator, subject.SampleShape);
    }

    private static string? LogitsHaveTheShape(IDiscriminator discriminator, IReadOnlyList<long> sampleShape)
    {
        var shape = Score(discriminator, Samples(discriminator, sampleShape)).shape;
        return shape is [Logits] or [Logits, > 1] ? null
            : $"For {Logits * discriminator.SamplesPerLogit} samples, {discriminator.SamplesPerLogit} to a logit, it returns {Subject.Show(shape)}; expected [{Logits}], or [{Logits}, P] with several patches. Flatten one column with .flatten().";
    }

    private static string? SamplesDecide(IDiscriminator discriminator, IReadOnlyList<long> sampleShape)
    {
        discriminator.Module.eval();
        var samples = Samples(discriminator, sampleShape);
        var logits = Score(discriminator, samples);
        return !ModelStates.Same(logits, Score(discriminator, samples)) ? "In evaluation mode the same samples give other logits the second time."
            : logits.isclose(logits[0]).all().ToBoolean() ? "All samples have one logit."
            : null;
    }

    private static string? EveryParameterReceivesAGradient(IDiscriminator discriminator, IReadOnlyList<long> sampleShape)
    {
        var samples = Samples(discriminator, sampleShape);
        var said = ModelStates.Score(discriminator, samples, ModelStates.Condition(samples.shape[0], discriminator.Condition));
        var loss = said.Logits.square().sum();
        (said.Auxiliary is { } auxiliary ? loss.add(auxiliary.square().sum()) : loss).backward();
        return ModelStates.EveryParameterHasAGradient(discriminator.Module);
    }

    private static string? GradientCanBePenalised(IDiscriminator discriminator, IReadOnlyList<long> sampleShape)
    {
        var samples = Samples(discriminator, sampleShape).requires_grad_();
        var penalty = InputGradients.SquaredNorms(Score(discriminator, samples), samples).mean();
        if (!penalty.requires_grad)
        {
            return "The gradient by the samples depends on no weight. Does a layer cut the graph, or does no logit depend on its sample?";
        }

        penalty.backward();
        return discriminator.Module.parameters().All(parameter => parameter.grad is null || ModelStates.Finite(parameter.grad)) ? null
            : "The penalty's gradient by the weights is not finite.";
    }

    private static string? AllThatDecidesIsInTheState(DiscriminatorSubject subject)
    {
        using var scope = NewDisposeScope();
        using var first = subject.Create();
        using var second = subject.Create();
        ModelStates.Disturb(second.Module);
        ModelStates.Copy(first.Module, second.Module);
        first.Module.eval();
        second.Module.eval();
        var samples = Samples(first, subject.SampleShape);
        return ModelStates.Identical(Score(first, samples), Score(second, samples)) ? null
            : "Another one with the same state dictionary gives other logits. Is something that decides no parameter and no registered buffer?";
    }

    // In training mode, where batch statistics and power iterations would show.
    private static string? ScoresSamplesAloneIsTrue(IDiscriminator discriminator, IReadOnlyList<long> sampleShape)
    {
        var samples = Samples(discriminator, sampleShape);
        var few = samples.narrow(0, 0, samples.shape[0] / 2);
        var together = Score(discriminator, samples).narrow(0, 0, Logits / 2);
        return !discriminator.ScoresSamplesAlone || ModelStates.Same(together, Score(discriminator, few)) ? null
            : "ScoresSamplesAlone is true, and in training mode a sample has another logit among others. Leave it false.";
    }

    private static string? FeaturesAreAsPromised(IDiscriminator discriminator, IReadOnlyList<long> sampleShape)
    {
        var samples = Samples(discriminator, sampleShape);
        var said = ModelStates.Score(discriminator, samples, ModelStates.Condition(samples.shape[0], discriminator.Condition));
        var last = said.Features.Count == 0 ? 0 : said.Features[^1].flatten(1).shape[1];
        return last != discriminator.FeatureCount ? $"The last feature of a sample has {last} numbers; FeatureCount says {discriminator.FeatureCount}."
            : (said.Auxiliary?.shape[1] ?? 0) != discriminator.AuxiliaryCount ? $"It tells {said.Auxiliary?.shape[1] ?? 0} numbers beside its logits; AuxiliaryCount says {discriminator.AuxiliaryCount}."
            : null;
    }

    // One that tells classes need not be given any.
    private static string? ConditionIsTakenOrRefused(IDiscriminator discriminator, IReadOnlyList<long> sampleShape)
    {
        if (discriminator.AuxiliaryCount > 0)
        {
            return null;
        }

        var samples = Samples(discriminator, sampleShape);
        try
        {
            _ = ModelStates.Score(discriminator, samples, ModelStates.WrongCondition(samples.shape[0], discriminator.Condition));
        }
        catch (ArgumentException)
        {
            return null;
        }

        return discriminator.Condition.IsNone
            ? "It takes no condition and still accepts one. Call Condition.Check."
            : "It takes a condition and scores without one. Call Condition.Check.";
    }

    private static Tensor Score(IDiscriminator discriminator, Tensor samples) =>
        ModelStates.Score(discriminator, samples, ModelStates.Condition(samples.shape[0], discriminator.Condition)).Logits;

    private static Tensor Samples(IDiscriminator discriminator, IReadOnlyList<long> sampleShape) =>
        ModelStates.Noise([Logits * discriminator.SamplesPerLogit, .. sampleShape]);
}
