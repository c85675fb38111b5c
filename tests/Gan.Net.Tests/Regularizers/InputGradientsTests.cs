using Gan.Net.Regularizers;
using Gan.Net.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Regularizers;

public sealed class InputGradientsTests
{
    [Fact]
    public void SquaredNorms_Images_SumOverAllTheirNumbers()
    {
        using var scope = NewDisposeScope();
        var images = randn(3, 2, 4, 5, dtype: ScalarType.Float64).requires_grad_();

        Assert.Equal([40.0, 40, 40], Values(InputGradients.SquaredNorms(images.flatten(1).sum(1), images)));
    }

    [Fact]
    public void SquaredNorms_PatchLogits_TakeTheSumOfTheSamplesPatches()
    {
        using var scope = NewDisposeScope();
        var samples = zeros(2, 3, dtype: ScalarType.Float64).requires_grad_();

        Assert.Equal([12.0, 12], Values(InputGradients.SquaredNorms(samples.mul(2), samples)));
    }

    [Fact]
    public void SquaredNorms_OneLogitForTwoSamples_AreThePacks()
    {
        using var scope = NewDisposeScope();
        var samples = ones(4, 3, dtype: ScalarType.Float64).requires_grad_();
        var logits = samples.reshape(2, 6).matmul(arange(6).to(ScalarType.Float64));

        Assert.Equal([55.0, 55], Values(InputGradients.SquaredNorms(logits, samples)));
    }

    // The reference's points between three pairs, at a quarter, a half and three quarters of the way to the real one.
    [Fact]
    public void NormsAt_QuadraticCritic_EqualTheReference()
    {
        using var scope = NewDisposeScope();
        using var critic = new QuadraticCritic();

        Assert.Equal(
            [1.25, 2.5, 3.95284707521],
            Values(InputGradients.NormsAt(critic, tensor(new[,] { { .25, 0 }, { 1, 0 }, { -.5, 1.75 } }))),
            new Near(1e-11));
    }

    [Fact]
    public void Norms_FlatCritic_AreDifferentiableAtZero()
    {
        using var scope = NewDisposeScope();
        var (samples, slope) = (ones(2, 1, dtype: ScalarType.Float64).requires_grad_(), zeros(1, dtype: ScalarType.Float64).requires_grad_());

        InputGradients.Norms(samples.mul(slope).flatten(), samples).sum().backward();

        Assert.Equal([0.0], Values(slope.grad!));
    }

    [Fact]
    public void SquaredNorms_LogitsThatIgnoreTheSamples_AreZero()
    {
        using var scope = NewDisposeScope();
        var samples = ones(2, 3).requires_grad_();

        Assert.Equal(0, InputGradients.SquaredNorms(zeros(2), samples).sum().ToSingle());
        Assert.Equal(0, InputGradients.SquaredNorms(zeros(2).requires_grad_().mul(2), samples).sum().ToSingle());
    }

    [Fact]
    public void SquaredNorms_SamplesWithoutGradients_SaysHowToGetThem()
    {
        using var scope = NewDisposeScope();

        var failure = Assert.Throws<ArgumentException>("inputs", () => InputGradients.SquaredNorms(zeros(2).requires_grad_(), zeros(2, 3)));

        Assert.StartsWith(
            "The inputs require no gradients. Name them in DifferentiatedInputs, or call requires_grad_() on them before scoring.",
            failure.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void SquaredNorms_SamplesThatDoNotDivide_SaysBothCounts()
    {
        using var scope = NewDisposeScope();

        var failure = Assert.Throws<ArgumentException>("inputs", () => InputGradients.SquaredNorms(zeros(2), zeros(5, 3).requires_grad_()));

        Assert.StartsWith("The 5 samples do not divide among 2 logits.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NormsAt_Points_LeavesTheirOwnGraphAlone()
    {
        using var scope = NewDisposeScope();
        using var critic = new LinearCritic(3, -4);
        var points = ones(2, 2, dtype: ScalarType.Float64).requires_grad_();

        InputGradients.NormsAt(critic, points.mul(2)).sum().backward();

        Assert.Null(points.grad);
        Assert.Equal([1.2, -1.6], Values(critic.W.grad!), new Near(1e-9));
    }

    private static double[] Values(Tensor tensor) => tensor.contiguous().data<double>().ToArray();
}
