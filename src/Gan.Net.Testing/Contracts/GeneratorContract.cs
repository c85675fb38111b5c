using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Testing;

/// <summary>What every <see cref="IGenerator"/> promises, on the CPU. Thread-safe.</summary>
public static class GeneratorContract
{
    private const int Count = 4;

    /// <summary>The promises, one by one.</summary>
    public static IReadOnlyList<Clause<GeneratorSubject>> Clauses { get; } =
    [
        new("samples have the shape of the data, one alone too", subject => With(subject, generator => SamplesHaveTheShape(generator, subject.SampleShape))),
        new("samples are finite for latents far out", subject => With(subject, FarLatentsStayFinite)),
        new("latents decide: the same give the same sample, others another", subject => With(subject, LatentsDecide)),
        new("every parameter receives a gradient", subject => With(subject, EveryParameterReceivesAGradient)),
        new("all that decides is in the state dictionary", AllThatDecidesIsInTheState),
        new("a condition is taken or refused as Condition says", subject => With(subject, ConditionIsTakenOrRefused)),
    ];

    /// <summary>Holds a generator to all clauses.</summary>
    /// <exception cref="ContractException">It breaks some; the message lists each with what is wrong.</exception>
    public static void Check(GeneratorSubject subject) => ContractCheck.Run(Clauses, subject);

    private static string? With(GeneratorSubject subject, Func<IGenerator, string?> look)
    {
        using var scope = NewDisposeScope();
        using var generator = subject.Create();
        return look(generator);
    }

    private static string? SamplesHaveTheShape(IGenerator generator, IReadOnlyList<long> sampleShape)
    {
        generator.Module.eval();
        foreach (var count in new long[] { 1, Count })
        {
            var shape = Generate(generator, Input(generator, count)).shape;
            if (!shape.SequenceEqual([count, .. sampleShape]))
            {
                return $"Of {count} inputs it makes {Subject.Show(shape)}; expected {Subject.Show([count, .. sampleShape])}.";
            }
        }

        return null;
    }

    private static string? FarLatentsStayFinite(IGenerator generator) =>
        ModelStates.Finite(Generate(generator, Input(generator, Count).mul(1e4))) ? null : "Latents of 10,000 give samples that are not finite.";

    private static string? LatentsDecide(IGenerator generator)
    {
        generator.Module.eval();
        var latents = Input(generator, Count);
        var samples = Generate(generator, latents);
        return !ModelStates.Same(samples, Generate(generator, latents)) ? "In evaluation mode the same latents give other samples the second time."
            : !ModelStates.Same(samples.narrow(0, 0, 2), Generate(generator, latents.narrow(0, 0, 2))) ? "In evaluation mode a sample depends on the others of its batch."
            : samples[0].allclose(samples[1]) ? "Two latents give one sample."
            : null;
    }

    private static string? EveryParameterReceivesAGradient(IGenerator generator)
    {
        Generate(generator, Input(generator, Count)).square().sum().backward();
        return ModelStates.EveryParameterHasAGradient(generator.Module);
    }

    private static string? AllThatDecidesIsInTheState(GeneratorSubject subject)
    {
        using var scope = NewDisposeScope();
        using var first = subject.Create();
        using var second = subject.Create();
        ModelStates.Disturb(second.Module);
        ModelStates.Copy(first.Module, second.Module);
        first.Module.eval();
        second.Module.eval();
        var latents = Input(first, Count);
        return ModelStates.Identical(Generate(first, latents), Generate(second, latents)) ? null
            : "Another one with the same state dictionary makes other samples. Is something that decides no parameter and no registered buffer?";
    }

    private static string? ConditionIsTakenOrRefused(IGenerator generator)
    {
        var latents = generator.Latent.IsNone ? null : Input(generator, Count);
        try
        {
            _ = ModelStates.Generate(generator, latents, ModelStates.WrongCondition(Count, generator.Condition));
        }
        catch (ArgumentException)
        {
            return null;
        }

        return generator.Condition.IsNone
            ? "It takes no condition and still accepts one. Call Condition.Check."
            : "It takes a condition and generates without one. Call Condition.Check.";
    }

    // A generator without latents is held to the same by its condition.
    private static Tensor Generate(IGenerator generator, Tensor input) => generator.Latent.IsNone
        ? ModelStates.Generate(generator, null, input)
        : ModelStates.Generate(generator, input, ModelStates.Condition(input.shape[0], generator.Condition));

    private static Tensor Input(IGenerator generator, long count)
    {
        if (generator.Latent.IsNone)
        {
            return ModelStates.Condition(Count, generator.Condition)!.narrow(0, 0, count);
        }

        using var random = new Generator(11, CPU);
        return generator.Latent.Sample(count, random);
    }
}
