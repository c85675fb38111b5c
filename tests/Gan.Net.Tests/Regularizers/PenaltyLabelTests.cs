using Gan.Net.Regularizers;
using Gan.Net.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Regularizers;

/// <summary>Which labels penalties show conditional models: those of the samples they look at. What the shared pass asked is left out.</summary>
public sealed class PenaltyLabelTests
{
    // What the penalty asks of the models in the discriminator's turn and in the generator's, with the labels of real (R) or generated (F) samples.
    public static TheoryData<IRegularizer, string, string> Rows => new()
    {
        { new R1Penalty(), "", "" },
        { new R2Penalty(), "", "" },
        { new LeCamPenalty(), "", "" },
        { new OrthogonalPenalty { DiscriminatorWeight = 1 }, "", "score F" }, // for its precision
        { new WganGpPenalty(), "score R", "" },
        { new DraganPenalty(), "score R", "" },
        { new ConsistencyPenalty(), "score R", "" },
        { new BalancedConsistencyPenalty(), "score R, score F", "" },
        { new LatentConsistencyPenalty(), "generate F, score F", "generate F" },
        { new ModeSeekingPenalty(), "", "generate F" },
        { new FeatureMatchingPenalty(), "", "score F, score R" },
    };

    [Fact]
    public void Rows_OfTheLibrary_AreAllInTheList()
    {
        // Those two read what the shared pass told of samples.
        var listed = Rows.Select(row => row.Data.Item1.GetType()).Concat([typeof(AuxiliaryClassPenalty), typeof(MutualInformationPenalty)]);

        Assert.Equal(AllRegularizers.Both.Select(regularizer => regularizer.GetType().Name).Order(), listed.Select(type => type.Name).Order());
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Term_ConditionalModels_AreShownTheSamplesLabels(IRegularizer penalty, string discriminator, string generator)
    {
        using var scope = NewDisposeScope();
        var asked = new List<string>();
        using var game = new PenaltyGame(new Critic(asked), new Maker(asked), randn(4, 1, 2, 2), randn(4, 4));

        if (penalty is IDiscriminatorRegularizer forDiscriminator)
        {
            game.ForDiscriminator(forDiscriminator);
            Assert.Equal(discriminator, string.Join(", ", asked.Skip(3)));
            asked.Clear();
        }

        if (penalty is IGeneratorRegularizer forGenerator)
        {
            game.ForGenerator(forGenerator);
            Assert.Equal(generator, string.Join(", ", asked.Skip(1)));
        }
    }

    // The game's real labels are 1, 2, 0, 1, those of fakes 2, 0, 1, 2.
    private static string Name(Tensor? labels) => labels is null ? "-" : string.Concat(labels.data<long>().ToArray()) switch
    {
        "1201" => "R",
        "2012" => "F",
        var others => others,
    };

    private sealed class Critic(List<string> asked) : nn.Module(nameof(Critic)), IDiscriminator
    {
        public nn.Module Module => this;

        public ConditionSpace Condition { get; } = ConditionSpace.Classes(3);

        public long FeatureCount => 4;

        public DiscriminatorOutput Score(DiscriminatorInput input)
        {
            asked.Add("score " + Name(input.Condition));
            var features = input.Samples.flatten(1);
            return new DiscriminatorOutput { Logits = features.square().sum(1), Features = input.WantsFeatures ? [features] : [] };
        }
    }

    private sealed class Maker(List<string> asked) : nn.Module(nameof(Maker)), IGenerator
    {
        public LatentSpace Latent { get; } = new() { Size = 4 };

        public nn.Module Module => this;

        public ConditionSpace Condition { get; } = ConditionSpace.Classes(3);

        public Tensor Generate(GeneratorInput input)
        {
            asked.Add("generate " + Name(input.Condition));
            return input.Latents!.view(input.Count, 1, 2, 2);
        }
    }
}
