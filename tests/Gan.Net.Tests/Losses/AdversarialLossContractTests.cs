using Gan.Net.Losses;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Losses;

/// <summary>What every loss of the library promises; new ones are found by themselves.</summary>
public sealed class AdversarialLossContractTests
{
    public static TheoryData<IAdversarialLoss> Losses =>
        [.. typeof(IAdversarialLoss).Assembly.GetExportedTypes()
            .Where(type => type.IsAssignableTo(typeof(IAdversarialLoss)) && !type.IsAbstract)
            .Select(type => (IAdversarialLoss)Activator.CreateInstance(type)!)];

    [Theory]
    [MemberData(nameof(Losses))]
    public void Type_Loss_IsASealedRecordNamedLoss(IAdversarialLoss loss)
    {
        var type = loss.GetType();

        Assert.True(type.IsSealed);
        Assert.EndsWith("Loss", type.Name, StringComparison.Ordinal);
        Assert.Equal(loss, Activator.CreateInstance(type));
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void Terms_LogitsOrPatches_HaveTheLogitsShape(IAdversarialLoss loss)
    {
        using var scope = NewDisposeScope();
        foreach (var shape in new long[][] { [1], [5], [5, 3] })
        {
            var (real, fake) = (Logits(shape, 1), Logits(shape, 2));

            Assert.Equal(shape, loss.ForDiscriminator(real, fake).shape);
            Assert.Equal(shape, loss.ForGenerator(real, fake).shape);
        }
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void Terms_ExtremeLogits_StayFinite(IAdversarialLoss loss)
    {
        using var scope = NewDisposeScope();
        foreach (var (real, fake) in new (double, double)[] { (1e4, -1e4), (-1e4, 1e4), (1e4, 1e4), (-1e4, -1e4) })
        {
            var (realLogits, fakeLogits) = (tensor(new[] { (float)real }).requires_grad_(), tensor(new[] { (float)fake }).requires_grad_());
            var terms = loss.ForDiscriminator(realLogits, fakeLogits).add(loss.ForGenerator(realLogits, fakeLogits));
            terms.sum().backward();

            Assert.True(terms.isfinite().all().ToBoolean());
            Assert.True(realLogits.grad!.isfinite().all().ToBoolean());
            Assert.True(fakeLogits.grad!.isfinite().all().ToBoolean());
        }
    }

    // Logits halfway between "fake" and "real" of every loss: the discriminator wants to raise the real one and lower the fake one, the generator to raise the fake one.
    [Theory]
    [MemberData(nameof(Losses))]
    public void Gradient_UndecidedLogits_PullsEachSideItsWay(IAdversarialLoss loss)
    {
        var (real, fake) = GradientHalfway(loss.ForDiscriminator);
        Assert.True(real < 0, $"The discriminator's gradient of the real logit is {real}.");
        Assert.True(fake > 0, $"The discriminator's gradient of the fake logit is {fake}.");

        (_, fake) = GradientHalfway(loss.ForGenerator);
        Assert.True(fake < 0, $"The generator's gradient of the fake logit is {fake}.");
    }

    // At the decision point the costs of calling one logit real and fake balance; without one, only differences of logits count.
    [Theory]
    [MemberData(nameof(Losses))]
    public void DecisionPoint_OfLoss_IsWhereTheDiscriminatorIsUndecided(IAdversarialLoss loss)
    {
        using var scope = NewDisposeScope();
        if (loss.DecisionPoint is double point)
        {
            var logit = full(1, loss is SmoothedLoss smoothed ? ShiftedBySmoothing(smoothed, point) : point, dtype: ScalarType.Float64).requires_grad_();
            loss.ForDiscriminator(logit, logit).sum().backward();
            Assert.Equal(0, logit.grad!.ToDouble(), 1e-12);
        }
        else
        {
            var (real, fake) = (Logits([4], 1), Logits([4], 2));
            var (here, shifted) = (loss.ForDiscriminator(real, fake), loss.ForDiscriminator(real.add(3), fake.add(3)));
            Assert.True(here.allclose(shifted, 1e-5, 1e-5));
        }
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void ForGenerator_RealLogits_AreReadOnlyWhenTheLossSaysSo(IAdversarialLoss loss)
    {
        using var scope = NewDisposeScope();
        var (real, fake) = (Logits([4], 1).requires_grad_(), Logits([4], 2).requires_grad_());

        loss.ForGenerator(real, fake).sum().backward();

        Assert.NotNull(fake.grad);
        Assert.Equal(loss.GeneratorNeedsRealLogits, real.grad is not null);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public void Terms_Asked_LeaveTheLogitsAsTheyWere(IAdversarialLoss loss)
    {
        using var scope = NewDisposeScope();
        var (real, fake) = (Logits([4], 1), Logits([4], 2));

        _ = loss.ForDiscriminator(real, fake);
        _ = loss.ForGenerator(real, fake);

        Assert.Equal(Logits([4], 1).data<float>().ToArray(), real.data<float>().ToArray());
        Assert.Equal(Logits([4], 2).data<float>().ToArray(), fake.data<float>().ToArray());
    }

    // Where 0.9 of the weight says real, as many fakes as real samples are undecided at D = 0.9 / 2.
    private static double ShiftedBySmoothing(SmoothedLoss loss, double point) => point + Math.Log(loss.RealLabel / (2 - loss.RealLabel));

    private static Tensor Logits(long[] shape, ulong seed)
    {
        using var random = new Generator(seed, CPU);
        return randn(shape, generator: random);
    }

    private static (float Real, float Fake) GradientHalfway(Func<Tensor, Tensor, Tensor> terms)
    {
        using var scope = NewDisposeScope();
        var (real, fake) = (full(1, .5).requires_grad_(), full(1, .5).requires_grad_());
        terms(real, fake).sum().backward();
        return (real.grad?.ToSingle() ?? 0, fake.grad?.ToSingle() ?? 0);
    }
}
