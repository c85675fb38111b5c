using Gan.Net.Data;
using Gan.Net.Dcgan;
using Gan.Net.Layers;
using Gan.Net.Mlp;
using Gan.Net.Papers.Tests.Support;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Papers.Tests;

/// <summary>What every recipe must be: as its page says, trainable, and the paper's arithmetic.</summary>
public sealed class RecipeTests
{
    public static TheoryData<string> Names => [.. Recipes.All.Select(recipe => recipe.Name)];

    public static TheoryData<string> NamesOfPictures => [.. Recipes.All.Where(recipe => !OfPoints(recipe)).Select(recipe => recipe.Name)];

    [Fact]
    public void All_EveryRecipe_IsThereOnceAndHasItsPage()
    {
        var properties = typeof(Recipes).GetProperties().Where(property => property.PropertyType == typeof(Recipe)).Select(property => (Recipe)property.GetValue(null)!);

        Assert.Equal(properties, Recipes.All);
        Assert.Equal(Recipes.All.Count, Recipes.All.Select(recipe => recipe.Name).Distinct().Count());
        var pages = Directory.EnumerateFiles(RepositoryFiles.At("docs/recipes"), "*.md").Select(Path.GetFileNameWithoutExtension).Except(["README"]);
        Assert.Equal(Recipes.All.Select(recipe => recipe.Name).Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
        Assert.Null(Recipes.Find("no such recipe"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Settings_OfARecipe_EqualTheTableOnItsPage(string name) =>
        Assert.Equal(RecipeTable.OnPage(Named(name)), RecipeTable.Of(Named(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_PointsOfTheRing_StaysFinite(string name)
    {
        var recipe = Small(Named(name));
        var model = OfPoints(recipe) ? PapersModel(recipe) : MlpOptions.Ring.For(recipe);
        using var source = new RingSource(RingOptions.D2Gan, new DrawOptions { BatchSize = recipe.BatchSize });
        using var generator = new MlpGenerator(model);
        using var discriminator = new MlpDiscriminator(model.ForPacks(recipe.PackSize));

        AssertTrains(recipe, generator, discriminator, source, 3);
    }

    [Theory]
    [MemberData(nameof(NamesOfPictures))]
    public void Fit_DrawnDigits_StaysFinite(string name)
    {
        var recipe = Small(Named(name));
        var model = Pictures.For(recipe);
        using var source = new DrawnDigits(new DrawOptions { BatchSize = recipe.BatchSize });
        using var generator = new DcganGenerator(model);
        using var discriminator = new DcganDiscriminator(model.ForPacks(recipe.PackSize));

        AssertTrains(recipe, generator, discriminator, source, 2);
    }

    // WGAN's own rounds of 100 critic steps, and the first two of five.
    [Theory]
    [InlineData("dcgan", 20)]
    [InlineData("wgan", 27)]
    [InlineData("wgan-gp", 6)]
    [InlineData("sn-gan", 6)]
    [InlineData("lsgan", 20)]
    [InlineData("pacgan-2d", 4)]
    public void Fit_Points_EqualsThePlainLoop(string name, int rounds)
    {
        var recipe = Named(name) with { BatchSize = 8 };
        var model = OfPoints(recipe) ? PapersModel(recipe) : MlpOptions.Ring.For(recipe);
        AssertEqual(name, recipe, () => new MlpGenerator(model), () => new MlpDiscriminator(model.ForPacks(recipe.PackSize)), rounds, 2);
    }

    [Theory]
    [InlineData("dcgan", 4)]
    [InlineData("wgan", 1)]
    [InlineData("wgan-gp", 2)]
    [InlineData("sn-gan", 2)]
    [InlineData("lsgan", 4)]
    public void Fit_Pictures_EqualsThePlainLoop(string name, int rounds)
    {
        var recipe = Named(name) with { BatchSize = 4 };
        var model = Pictures.For(recipe);
        AssertEqual(name, recipe, () => new DcganGenerator(model), () => new DcganDiscriminator(model), rounds, 1, 28, 28);
    }

    // Batches so large that the burn-in's schedules move, and the average is not what was last.
    [Fact]
    public void Fit_R3Gan_EqualsThePlainLoopAndItsAverage()
    {
        var recipe = Recipes.R3Gan with { BatchSize = 40_000 };
        var model = MlpOptions.Ring.For(recipe) with { GeneratorWidths = [8], DiscriminatorWidths = [8] };
        using var source = new NoiseSource(2) { BatchSize = recipe.BatchSize };
        using var plain = new MlpGenerator(model);
        using var plainJudge = new MlpDiscriminator(model);
        using var loops = new PlainLoops(plain, plainJudge, source);
        var averages = loops.R3Gan(6);

        using var generator = new MlpGenerator(model);
        using var discriminator = new MlpDiscriminator(model);
        using var trainer = recipe.CreateTrainer(generator, discriminator);
        trainer.Fit(source, TrainingLength.Rounds(6));

        Weights.AssertNear(Weights.Of(plain, plainJudge), Weights.Of(generator, discriminator), 1e-6);
        var trained = Weights.Of(generator);
        using (trainer.ShowAveraged())
        {
            Assert.Contains(Weights.Of(generator).Zip(trained), pair => pair.First.Value.Zip(pair.Second.Value).Any(two => Math.Abs(two.First - two.Second) > 1e-5));
            Assert.All(averages.Zip(generator.parameters()), pair => AssertNear(pair.First, pair.Second, 1e-6));
        }
    }

    // In float64, where what differs is arithmetic and not rounding: the trainer goes back through the unrolled steps in another way.
    [Fact]
    public void Fit_Unrolled2D_EqualsThePlainLoop()
    {
        var recipe = Recipes.Unrolled2D with { BatchSize = 16 };
        var model = MlpOptions.Unrolled2D with { Latent = new LatentSpace { Size = 16 } };
        using var noise = new NoiseSource(2) { BatchSize = 16 };
        using var source = new DoubleSource(noise);
        using var plain = new DoubleGenerator(new MlpGenerator(model));
        using var plainJudge = new MlpDiscriminator(model);
        plainJudge.to(ScalarType.Float64);
        using var loops = new PlainLoops(plain, plainJudge, source);
        var judged = loops.Unrolled(4);

        using var generator = new DoubleGenerator(new MlpGenerator(model));
        using var discriminator = new MlpDiscriminator(model);
        discriminator.to(ScalarType.Float64);
        var untrained = Weights.Of(generator.Module);
        using var trainer = recipe.CreateTrainer(generator, discriminator);
        trainer.Fit(source, TrainingLength.Rounds(4));

        Weights.AssertDiffer(untrained, Weights.Of(plain.Module));
        Weights.AssertNear(Weights.Of(plain.Module), Weights.Of(generator.Module), 1e-10);
        Assert.All(judged.Zip(discriminator.parameters()), pair => AssertNear(pair.First, pair.Second, 1e-10));
    }

    [Fact]
    public void CreateTrainer_PacksAndUnrolling_AreSeated()
    {
        using var generator = new MlpGenerator(MlpOptions.Ring);
        using var discriminator = new MlpDiscriminator(MlpOptions.Ring);

        using var packed = Recipes.PacGan2D.CreateTrainer(generator, discriminator);
        using var unrolled = Recipes.Unrolled2D.CreateTrainer(generator, discriminator);
        using var plain = Recipes.Dcgan.CreateTrainer(generator, discriminator);

        Assert.Equal(2, Assert.IsType<PackedDiscriminator>(packed.Discriminator).SamplesPerLogit);
        Assert.Equal(5, Assert.IsType<UnrolledGanTrainer>(unrolled).UnrolledSteps);
        Assert.Equal(typeof(GanTrainer), plain.GetType());
    }

    private static DcganOptions Pictures { get; } = DcganOptions.Mnist28 with { Width = 4, Latent = new LatentSpace { Size = 16 } };

    private static Recipe Named(string name) => Recipes.Find(name)!;

    private static bool OfPoints(Recipe recipe) => recipe.Name.EndsWith("-2d", StringComparison.Ordinal);

    private static MlpOptions PapersModel(Recipe recipe) => recipe.PackSize > 1 ? MlpOptions.PacGan2D : MlpOptions.Unrolled2D;

    // Fast enough for the suite: small batches, and a short warm-up where there is one.
    private static Recipe Small(Recipe recipe) => recipe with
    {
        BatchSize = 8,
        Trainer = recipe.Trainer with { DiscriminatorWarmUp = recipe.Trainer.DiscriminatorWarmUp is { } warmUp ? warmUp with { Steps = 6, FirstRounds = 1 } : null },
    };

    private static void AssertTrains(Recipe recipe, IGenerator generator, IDiscriminator discriminator, IBatchSource<Batch> source, int rounds)
    {
        using var trainer = recipe.CreateTrainer(generator, discriminator);
        var before = Weights.Of(generator.Module, discriminator.Module);
        var reports = new List<TrainingReport>();

        trainer.Fit(source, TrainingLength.Rounds(rounds), [new Keep(reports)]);

        Assert.Equal(rounds, reports.Count);
        Assert.All(reports.SelectMany(report => report.Values), value => Assert.True(double.IsFinite(value.Value), $"{value.Key} is {value.Value}."));
        Weights.AssertDiffer(before, Weights.Of(generator.Module, discriminator.Module));
    }

    private static void AssertEqual(string name, Recipe recipe, Func<IGenerator> makeGenerator, Func<IDiscriminator> makeDiscriminator, int rounds, params long[] shape)
    {
        using var source = new NoiseSource(shape) { BatchSize = recipe.BatchSize };
        using var plain = makeGenerator();
        using var plainJudge = makeDiscriminator();
        var untrained = Weights.Of(plain.Module, plainJudge.Module);
        using var loops = new PlainLoops(plain, plainJudge, source);
        loops.Play(name, rounds);
        var expected = Weights.Of(plain.Module, plainJudge.Module);
        Weights.AssertDiffer(untrained, expected);

        using var generator = makeGenerator();
        using var discriminator = makeDiscriminator();
        using var trainer = recipe.CreateTrainer(generator, discriminator);
        trainer.Fit(source, TrainingLength.Rounds(rounds));

        Weights.AssertNear(expected, Weights.Of(generator.Module, discriminator.Module), 1e-6);
    }

    private static void AssertNear(double[] expected, Tensor actual, double tolerance) =>
        Assert.All(expected.Zip(actual.detach().to(ScalarType.Float64).contiguous().data<double>().ToArray()), pair => Assert.Equal(pair.First, pair.Second, tolerance));

    private sealed class Keep(List<TrainingReport> reports) : TrainingHook
    {
        public override void OnReport(TrainingReport report, IReadOnlyList<ISampler> views) => reports.Add(report);
    }
}
