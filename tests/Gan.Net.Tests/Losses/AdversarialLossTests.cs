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

    public static TheoryData<IAdversarialLoss> Losses =>
    [
        new MinimaxLoss(), new NonSaturatingLoss(), new LeastSquaresLoss(), LeastSquaresLoss.Symmetric, new WassersteinLoss(), new HingeLoss(),
        new RelativisticPairingLoss(), new RelativisticAverageLoss(), new RelativisticAverageLoss { Judge = LeastSquaresLoss.Relativistic },
        new RelativisticAverageLoss { Judge = new HingeLoss() }, new SmoothedLoss(), new LabelNoiseLoss(),
    ];

    // The loss, its value, and its gradients with respect to the real and the fake logits; empty where the reference has none.
    public static TheoryData<IAdversarialLoss, double, double[], double[]> Discriminators => new()
    {
        { new MinimaxLoss(), 1.4277656309, [-.0397343073, -.2436861929, -.1258468896], [.0608085079, .1914808389, .2436861929] },
        { new NonSaturatingLoss(), 1.4277656309, [-.0397343073, -.2436861929, -.1258468896], [.0608085079, .1914808389, .2436861929] },
        { new SmoothedLoss(), 1.4777656309, [-.0064009740, -.2103528595, -.0925135563], [.0608085079, .1914808389, .2436861929] },
        { new LeastSquaresLoss(), 1.43166666667, [1 / 3.0, -2 / 3.0, -.5 / 3], [-.5, .1, 1 / 3.0] },
        { LeastSquaresLoss.Symmetric, 1.865, [1 / 3.0, -2 / 3.0, -.5 / 3], [-.5 / 3, 1.3 / 3, 2 / 3.0] },
        { new WassersteinLoss(), -.566666666667, [-1 / 3.0, -1 / 3.0, -1 / 3.0], [1 / 3.0, 1 / 3.0, 1 / 3.0] },
        { new HingeLoss(), 1.93333333333, [0, -1 / 3.0, -1 / 3.0], [0, 1 / 3.0, 1 / 3.0] },
        { new RelativisticPairingLoss(), .848278618762, [-.0097707436, -.2619449943, -.2074864437], [.0097707436, .2619449943, .2074864437] },
        { new RelativisticAverageLoss(), 1.17758238456, [-.1698850649, -.3716757141, -.2530941382], [.1721939180, .2825149449, .3399460544] },
        { new RelativisticAverageLoss { Judge = LeastSquaresLoss.Relativistic }, 2.98444444444, [], [] },
        { new RelativisticAverageLoss { Judge = new HingeLoss() }, 1.55555555556, [], [] },
    };

    public static TheoryData<IAdversarialLoss, double, double[], double[]> Generators => new()
    {
        { new MinimaxLoss(), -.789676736657, [], [-.0608085079, -.1914808389, -.2436861929] },
        { new NonSaturatingLoss(), .856343403323, [], [-.2725248254, -.1418524944, -.0896471405] },
        { new LeastSquaresLoss(), 1.12333333333, [], [-2.5 / 3, -.7 / 3, 0] },
        { LeastSquaresLoss.Symmetric, .556666666667, [], [-.5, .1, 1 / 3.0] },
        { new WassersteinLoss(), .0666666666667, [], [-1 / 3.0, -1 / 3.0, -1 / 3.0] },
        { new HingeLoss(), .0666666666667, [], [-1 / 3.0, -1 / 3.0, -1 / 3.0] },
        { new RelativisticPairingLoss(), 1.41494528543, [.3235625898, .0713883390, .1258468896], [-.3235625898, -.0713883390, -.1258468896] },
        { new RelativisticAverageLoss(), 2.31091571789, [], [] },
        { new RelativisticAverageLoss { Judge = LeastSquaresLoss.Relativistic }, 7.51777777778, [], [] },
        { new RelativisticAverageLoss { Judge = new HingeLoss() }, 3.13333333333, [], [] },
    };

    [Theory]
    [MemberData(nameof(Discriminators))]
    public void ForDiscriminator_FixedLogits_EqualsTheReference(IAdversarialLoss loss, double value, double[] realGradient, double[] fakeGradient) =>
        AssertDifferentiates(loss.ForDiscriminator, value, realGradient, fakeGradient);

    [Theory]
    [MemberData(nameof(Generators))]
    public void ForGenerator_FixedLogits_EqualsTheReference(IAdversarialLoss loss, double value, double[] realGradient, double[] fakeGradient) =>
        AssertDifferentiates(loss.ForGenerator, value, realGradient, fakeGradient);

    [Theory]
    [MemberData(nameof(Losses))]
    public void GeneratorNeedsRealLogits_FixedLogits_SaysWhetherTheGradientReachesThem(IAdversarialLoss loss)
    {
        var (_, realGradient, _) = Differentiate(loss.ForGenerator);

        Assert.Equal(loss.GeneratorNeedsRealLogits, realGradient is not null);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public void ForDiscriminator_SwapProbability_SwapsThatShareOfLabels(double real, double fake)
    {
        using var scope = NewDisposeScope();
        using var random = new Generator(7, CPU);
        var loss = new LabelNoiseLoss { SwapProbability = 0.2 };

        var mean = loss.ForDiscriminator(full([20_000], real), full([20_000], fake), random).mean().ToDouble();

        Assert.Equal((.8 * Softplus(-real)) + (.2 * Softplus(real)) + (.8 * Softplus(fake)) + (.2 * Softplus(-fake)), mean, 0.02);

        static double Softplus(double logit) => Math.Log(1 + Math.Exp(logit));
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

    private static void AssertDifferentiates(Func<Tensor, Tensor, Tensor> terms, double value, double[] realGradient, double[] fakeGradient)
    {
        var actual = Differentiate(terms);

        Assert.Equal(value, actual.Value, Tolerance);
        if (fakeGradient.Length > 0)
        {
            AssertClose(fakeGradient, actual.Fake);
        }

        if (realGradient.Length > 0)
        {
            AssertClose(realGradient, actual.Real);
        }
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
