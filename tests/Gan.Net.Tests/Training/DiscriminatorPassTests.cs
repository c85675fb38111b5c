using Gan.Net.Regularizers;
using Gan.Net.Tests.Support;
using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Training;

/// <summary>The shared scores of a discriminator that judges each sample alone: one call for real and generated samples, and the logits of two.</summary>
public sealed class DiscriminatorPassTests
{
    [Theory]
    [InlineData(PassInputs.None, 1)]
    [InlineData(PassInputs.Real, 2)]
    [InlineData(PassInputs.Fake, 2)]
    [InlineData(PassInputs.Real | PassInputs.Fake, 2)]
    public void Create_SamplesScoredAlone_AreToldApartWithTheirLabels(PassInputs differentiated, int calls)
    {
        using var scope = NewDisposeScope();
        using var critic = new Summing { Classes = 3 };

        var pass = Pass(critic, tensor(new[] { 0L, 1 }), tensor(new[] { 2L, 0 }), differentiated);

        Assert.Equal([3.0, 107], Values(pass.RealLogits)); // (1, 2) of class 0 and (3, 4) of class 1
        Assert.Equal([211.0, 15], Values(pass.FakeLogits)); // (5, 6) of class 2 and (7, 8) of class 0
        Assert.Equal([1.0, 2, 3, 4], Values(pass.RealAuxiliary!));
        Assert.Equal([5.0, 6, 7, 8], Values(pass.FakeAuxiliary!));
        Assert.Equal(calls, critic.Calls);
        Assert.Equal(differentiated.HasFlag(PassInputs.Real), pass.Real.requires_grad);
        Assert.Equal(differentiated.HasFlag(PassInputs.Fake), pass.Fake.requires_grad);
    }

    [Fact]
    public void Create_PacksScoredAlone_AreToldApart()
    {
        using var scope = NewDisposeScope();
        using var critic = new Summing { SamplesPerLogit = 2 };

        var pass = Pass(critic, null, null, PassInputs.None);

        Assert.Equal([10.0], Values(pass.RealLogits));
        Assert.Equal([26.0], Values(pass.FakeLogits));
        Assert.Equal(1, critic.Calls);
    }

    private static DiscriminatorPass Pass(IDiscriminator critic, Tensor? realLabels, Tensor? fakeLabels, PassInputs differentiated)
    {
        using var random = new Generator(1, CPU);
        var (real, fake) = (tensor(new[,] { { 1.0, 2 }, { 3, 4 } }), tensor(new[,] { { 5.0, 6 }, { 7, 8 } }));
        return new DiscriminatorPass(critic, new FixedGenerator(2), new Batch(real, realLabels), new Fakes { Latents = fake, Samples = fake, Condition = fakeLabels }, random, differentiated);
    }

    private static double[] Values(Tensor values) => values.detach().contiguous().data<double>().ToArray();

    /// <summary>A sample's numbers added up, and 100 for each step of its class. It tells the sample itself.</summary>
    private sealed class Summing() : nn.Module(nameof(Summing)), IDiscriminator
    {
        public nn.Module Module => this;

        public int Classes { get; init; }

        public ConditionSpace Condition => ConditionSpace.Classes(Classes);

        public int SamplesPerLogit { get; init; } = 1;

        public bool ScoresSamplesAlone => true;

        public int Calls { get; private set; }

        public DiscriminatorOutput Score(DiscriminatorInput input)
        {
            Calls++;
            var packs = input.Samples.reshape(input.Samples.shape[0] / SamplesPerLogit, -1);
            var sums = packs.sum(1);
            return new DiscriminatorOutput { Logits = input.Condition is null ? sums : sums.add(input.Condition.mul(100)), Auxiliary = packs };
        }
    }
}
