using System.Globalization;
using Gan.Net.Losses;
using Gan.Net.Regularizers;
using Gan.Net.Schedules;
using Gan.Net.Training;

namespace Gan.Net.Papers.Tests.Support;

/// <summary>A recipe's settings as its page states them: the first and the last column of the table.</summary>
internal static class RecipeTable
{
    public static IEnumerable<(string Setting, string Here)> Of(Recipe recipe)
    {
        var trainer = recipe.Trainer;
        return
        [
            ("loss", Loss(trainer.Loss)),
            ("generator optimizer", Optimizer(trainer.GeneratorOptimizer)),
            ("discriminator optimizer", Optimizer(trainer.DiscriminatorOptimizer)),
            ("discriminator steps", Text(trainer.DiscriminatorSteps)),
            ("warm-up", WarmUp(trainer.DiscriminatorWarmUp)),
            ("latents of the generator step", $"{trainer.Latents}"),
            ("penalties", Several(trainer.Regularizers.Select(Penalty))),
            ("after each discriminator step", Several(trainer.AfterDiscriminatorStep.Select(step => $"WeightClipping to ±{Text(((WeightClipping)step).Bound)}"))),
            ("EMA", Ema(trainer.Ema)),
            ("batch", Text(recipe.BatchSize)),
            ("generator steps", recipe.Rounds is long rounds ? Text(rounds) : "none"),
            ("discriminator norm", $"{recipe.DiscriminatorNorm}"),
            ("samples in a pack", Text(recipe.PackSize)),
            ("unrolled steps", Text(recipe.UnrolledSteps)),
        ];
    }

    /// <summary>What the table on the recipe's page states.</summary>
    public static IEnumerable<(string Setting, string Here)> OnPage(Recipe recipe) =>
        File.ReadLines(RepositoryFiles.At($"docs/recipes/{recipe.Name}.md"))
            .SkipWhile(line => !line.StartsWith("|---", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => (cells[1], cells[3]));

    private static string Loss(IAdversarialLoss loss) =>
        loss is LeastSquaresLoss squares ? $"LeastSquaresLoss {Text(squares.FakeTarget)}, {Text(squares.RealTarget)}, {Text(squares.GeneratorTarget)}" : loss.GetType().Name;

    private static string Optimizer(OptimizerSettings optimizer) => optimizer switch
    {
        AdamSettings { WeightDecay: 0, Epsilon: 1e-8 } adam => $"Adam, rate {Text(adam.LearningRate)}, beta {Text(adam.Beta1)} and {Text(adam.Beta2)}",
        RmsPropSettings { Epsilon: 1e-8 } rms => $"RMSprop, rate {Text(rms.LearningRate)}, alpha {Text(rms.Alpha)}",
        _ => $"{optimizer}",
    };

    private static string WarmUp(StepWarmUp? warmUp) =>
        warmUp is null ? "none" : $"{Text(warmUp.Steps)} steps in the first {Text(warmUp.FirstRounds)} rounds and every {Text(warmUp.EveryRounds!.Value)}th";

    private static string Penalty(IRegularizer penalty) => penalty switch
    {
        R1Penalty { Every: 1 } r1 => $"R1Penalty {Text(r1.Gamma)}",
        R2Penalty { Every: 1 } r2 => $"R2Penalty {Text(r2.Gamma)}",
        WganGpPenalty { Every: 1, Target: 1, Sides: PenaltySides.Two } gradient => $"WganGpPenalty {Text(gradient.Weight)}",
        _ => $"{penalty}",
    };

    private static string Ema(EmaSettings? ema) =>
        ema is null ? "none" : $"half-life {Text(ema.HalfLife)}, {(ema.RampUp is double share ? $"ramp-up {Text(share)}" : "no ramp-up")}";

    private static string Text(Schedule schedule) => schedule switch
    {
        ConstantSchedule constant => Text(constant.Value),
        LinearSchedule linear => $"{Text(linear.From)} → {Text(linear.To)} (linear over {Text(linear.Over)} samples)",
        CosineSchedule cosine => $"{Text(cosine.From)} → {Text(cosine.To)} (cosine over {Text(cosine.Over)} samples)",
        _ => $"{schedule}",
    };

    private static string Text<T>(T number)
        where T : struct, IFormattable =>
        number.ToString(null, CultureInfo.InvariantCulture);

    private static string Several(IEnumerable<string> texts) => string.Join("; ", texts.DefaultIfEmpty("none"));
}
