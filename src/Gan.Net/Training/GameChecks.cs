using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>Whether two models make a game, and whether data fits them.</summary>
internal static class GameChecks
{
    /// <summary>Compares two models with each other and with the rules, before anything is moved.</summary>
    public static void CheckModels(IGenerator generator, IDiscriminator discriminator, GanTrainerOptions options)
    {
        RequireGiven(generator.Module, "generator", nameof(IGenerator.Module));
        RequireGiven(generator.Latent, "generator", nameof(IGenerator.Latent));
        RequireGiven(discriminator.Module, "discriminator", nameof(IDiscriminator.Module));
        var problems = new OptionProblems($"The generator's {nameof(LatentSpace)}");
        if (!generator.Latent.IsNone)
        {
            generator.Latent.Validate(problems);
        }

        options.FakeConditions.Validate(generator.Condition, problems);
        problems.ThrowIfAny();
        if (generator.Latent.IsNone && generator.Condition.IsNone)
        {
            throw new ArgumentException("The generator takes neither latents nor a condition, so it makes the same sample every time. Give it a LatentSpace or a ConditionSpace.");
        }

        var shared = generator.Module.parameters().Intersect<object>(discriminator.Module.parameters(), ReferenceEqualityComparer.Instance).Count();
        if (shared > 0)
        {
            throw new ArgumentException($"The generator and the discriminator share {shared} parameters; each must have its own.");
        }

        CheckConditions(generator.Condition, discriminator.Condition);
        foreach (var regularizer in options.Regularizers)
        {
            regularizer.CheckModels(generator, discriminator);
        }
    }

    /// <summary>Lets both models compute on the first batch, without a trace.</summary>
    public static void Check(Trainer trainer, Adversary adversary, Batch real, IConditionSampler conditions)
    {
        var (generator, discriminator) = (adversary.Generator, adversary.Discriminator);
        ModelChecks.CheckBatch(real);
        ModelChecks.CheckCondition(real.Condition, generator.Condition, real.Size);
        using var probe = new Generator(0, CPU);
        using var modes = new EvaluationMode(generator.Module, discriminator.Module);
        var input = new GeneratorInput
        {
            Latents = generator.Latent.IsNone ? null : generator.Latent.Sample(real.Size, probe, trainer.Device),
            Condition = generator.Condition.IsNone ? null : real.Condition,
            Random = probe,
            SamplesSeen = trainer.SamplesSeen,
        };
        var (given, remedy) = input.Latents is { } latents
            ? (latents, "Its LatentSpace and its first layer must agree.")
            : (input.Condition!, "Its ConditionSpace and its first layer must agree.");
        var fake = ModelChecks.Try("generator", given, remedy, () => LooseTensors.Refuse("generator", generator, generator.Module, () => generator.Generate(input)));
        ModelChecks.CheckGenerated(fake, real.Samples);
        ModelChecks.CheckBound(real.Samples, generator.Bound);
        var critic = adversary.Played(probe);
        var scored = ModelChecks.Try(
            "discriminator", real.Samples, "Choose a model of the data's size.",
            () => LooseTensors.Refuse(
                "discriminator", discriminator, discriminator.Module,
                () => critic.Score(new DiscriminatorInput { Samples = real.Samples.detach(), Condition = real.Condition }).Logits));
        ModelChecks.CheckLogits(scored, real.Size, discriminator.SamplesPerLogit);
        if (adversary.Penalises)
        {
            ModelChecks.CheckDifferentiable(real.Samples, samples => critic.Score(new DiscriminatorInput { Samples = samples, Condition = real.Condition }).Logits);
        }
    }

    // A discriminator of images may judge without their condition (super-resolution); a class nobody looks at is learnt by nobody.
    private static void CheckConditions(ConditionSpace generator, ConditionSpace discriminator)
    {
        if (!generator.Equals(discriminator) && (generator.Shape is null || !discriminator.IsNone))
        {
            throw new ArgumentException($"The generator takes {generator}, the discriminator {discriminator}. Give both the same condition, or none.");
        }
    }

    private static void RequireGiven(object? part, string model, string property)
    {
        if (part is null)
        {
            throw new ArgumentException($"The {model}'s {property} is null.");
        }
    }
}
