using Gan.Net.Losses;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Losses;

/// <summary>Values and gradients of the losses on fixed logits, computed independently in float64.</summary>
public sealed class AdversarialLossTests
{
    private const double Tolerance = 1e-9;

    private static readonly double[] Real = [2, -1, .5];
    private static readonly double[] Fake = [-1.5, .3, 1];

    public static TheoryData<IAdversarialLoss> Losses => [new MinimaxLoss(), new NonSaturatingLoss()];

    [Theory]
    [MemberData(nameof(Losses))]
    public void ForDiscriminator_FixedLogits_EqualsBinaryCrossEntropy(IAdversarialLoss loss)
    {
        var (value, realGradient, fakeGradient) = Differentiate(loss.ForDiscriminator);

        Assert.Equal(1.4277656309, value, Tolerance);
        AssertClose([-.0397343073, -.2436861929, -.1258468896], realGradient);
        AssertClose([.0608085079, .1914808389, .2436861929], fakeGradient);
    }

    [Fact]
    public void ForGenerator_NonSaturating_EqualsTheReference()
    {
        var (value, realGradient, fakeGradient) = Differentiate(new NonSaturatingLoss().ForGenerator);

        Assert.Equal(.856343403323, value, Tolerance);
        AssertClose([-.2725248254, -.1418524944, -.0896471405], fakeGradient);
        Assert.Null(realGradient);
    }

    [Fact]
    public void ForGenerator_Minimax_EqualsTheReference()
    {
        var (value, realGradient, fakeGradient) = Differentiate(new MinimaxLoss().ForGenerator);

        Assert.Equal(-.789676736657, value, Tolerance);
        AssertClose([-.0608085079, -.1914808389, -.2436861929], fakeGradient);
        Assert.Null(realGradient);
    }

    [Theory]
    [InlineData(-10, -4.53978687e-5, -.999954602131)]
    [InlineData(-5, -.00669285092, -.993307149)]
    [InlineData(0, -.5, -.5)]
    public void ForGenerator_ConfidentDiscriminator_SaturatesOnlyInTheMinimaxGame(double logit, double minimax, double nonSaturating)
    {
        Assert.Equal(minimax, GeneratorGradient(new MinimaxLoss(), logit), 1e-9);
        Assert.Equal(nonSaturating, GeneratorGradient(new NonSaturatingLoss(), logit), 1e-9);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void Terms_ExtremeLogits_StayFinite(IAdversarialLoss loss)
    {
        using var scope = NewDisposeScope();
        foreach (var type in new[] { ScalarType.Float32, ScalarType.Float64 })
        {
            var logits = tensor(new[] { -1e4, 1e4, 0 }, dtype: type).requires_grad_();
            var opposite = logits.detach().neg().requires_grad_();
            var terms = loss.ForDiscriminator(logits, opposite).add(loss.ForGenerator(logits, opposite));
            terms.sum().backward();

            Assert.Equal([3L], terms.shape);
            Assert.True(terms.isfinite().all().ToBoolean());
            Assert.True(logits.grad!.isfinite().all().ToBoolean());
            Assert.True(opposite.grad!.isfinite().all().ToBoolean());
        }
    }

    private static (double Value, double[]? Real, double[]? Fake) Differentiate(Func<Tensor, Tensor, Tensor> terms)
    {
        using var scope = NewDisposeScope();
        var real = tensor(Real).requires_grad_();
        var fake = tensor(Fake).requires_grad_();
        var value = terms(real, fake).mean();
        value.backward();
        return (value.ToDouble(), real.grad?.data<double>().ToArray(), fake.grad?.data<double>().ToArray());
    }

    private static double GeneratorGradient(IAdversarialLoss loss, double logit)
    {
        using var scope = NewDisposeScope();
        var fake = tensor(new[] { logit }).requires_grad_();
        loss.ForGenerator(fake, fake).sum().backward();
        return fake.grad!.ToDouble();
    }

    private static void AssertClose(double[] expected, double[]? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], actual[i], Tolerance);
        }
    }
}
