using Gan.Net.Losses;
using Gan.Net.Testing.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Testing.Tests;

public sealed class LossContractTests
{
    [Fact]
    public void Check_SoundLoss_IsContent()
    {
        LossContract.Check(new BrokenLoss());
        LossContract.Check(new HingeLoss());
    }

    // What is wrong, the clause that must say so, and words of its message.
    public static TheoryData<IAdversarialLoss, string, string> Wrong => new()
    {
        {
            new BrokenLoss { Discriminator = (real, fake) => real.neg().softplus().add(fake.softplus()).mean() },
            "terms have the logits' shape",
            "The discriminator's terms of logits [1] are []. Return one term for each logit; the trainer takes the mean."
        },
        {
            new BrokenLoss { Generator = (_, fake) => fake.neg().softplus().to(ScalarType.Float32) },
            "terms have the logits' precision",
            "The generator's terms of Float64 logits are Float32. Make constants with the logits' type."
        },
        {
            new BrokenLoss { Generator = (_, fake) => fake.sigmoid().log().neg() },
            "terms and gradients are finite for logits of 10,000 and -10,000",
            "The generator's terms or gradients are not finite for real logits 10000 and fake logits -10000. Use softplus for log(1 + exp(x)), and no logarithm of a sigmoid."
        },
        {
            new BrokenLoss { Discriminator = (real, fake) => real.neg().softplus().add(fake.softplus()).add(real.detach().square()) },
            "gradients equal finite differences",
            "The discriminator's: By number 0 of tensor 0, [5], the gradient is "
        },
        {
            new BrokenLoss { Discriminator = (real, fake) => real.softplus().add(fake.softplus()) },
            "undecided logits are pulled the right way",
            "The discriminator's gradient by a real logit of 0.5 is 0.62"
        },
        {
            new BrokenLoss { Discriminator = (real, fake) => real.neg().softplus().sub(fake.softplus()) },
            "undecided logits are pulled the right way",
            "The discriminator's gradient by a fake logit of 0.5 is -0.62"
        },
        {
            new BrokenLoss { Generator = (_, fake) => fake.softplus() },
            "undecided logits are pulled the right way",
            "The generator's gradient by a fake logit of 0.5 is 0.62"
        },
        {
            new BrokenLoss { Generator = (real, fake) => real.sub(fake).softplus() },
            "the generator's terms read real logits exactly if GeneratorNeedsRealLogits",
            "GeneratorNeedsRealLogits is False, and the real logits have a gradient."
        },
        {
            new BrokenLoss { GeneratorNeedsRealLogits = true },
            "the generator's terms read real logits exactly if GeneratorNeedsRealLogits",
            "GeneratorNeedsRealLogits is True, and the real logits have no gradient."
        },
        {
            new BrokenLoss { IsZeroSum = true, Generator = (_, fake) => fake.softplus().mul(-2) },
            "if IsZeroSum, the players pull a fake logit with one force, opposite ways",
            "The players' gradients by a fake logit add up to 0."
        },
        { new BrokenLoss { Discriminator = (real, fake) => Raised(real).neg().softplus().add(fake.softplus()) }, "logits are left as they were", "A logit was changed in place." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Check_BrokenLoss_NamesTheClauseAndWhatIsWrong(IAdversarialLoss loss, string clause, string message)
    {
        var failure = Assert.Throws<ContractException>(() => LossContract.Check(loss));

        Assert.Equal("BrokenLoss", failure.Subject);
        Assert.Contains(clause, failure.BrokenClauses);
        Assert.Contains($"\"{clause}\": {message}", failure.Message, StringComparison.Ordinal);
        var alone = Assert.Throws<ContractException>(() => LossContract.Clauses.Single(one => one.Name == clause).Check(loss));
        Assert.Equal([clause], alone.BrokenClauses);
        Assert.StartsWith($"BrokenLoss breaks \"{clause}\": {message}", alone.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_SeveralClausesBroken_ListsThemAll()
    {
        var failure = Assert.Throws<ContractException>(() => LossContract.Check(new BrokenLoss { GeneratorNeedsRealLogits = true, Generator = (_, fake) => fake.softplus() }));

        Assert.Equal(["undecided logits are pulled the right way", "the generator's terms read real logits exactly if GeneratorNeedsRealLogits"], failure.BrokenClauses);
        Assert.StartsWith("BrokenLoss breaks 2 clauses:\n- \"undecided logits are pulled the right way\": The generator's gradient", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_LossThatThrows_KeepsTheCause()
    {
        var failure = Assert.Throws<ContractException>(() => LossContract.Clauses[0].Check(new BrokenLoss { Generator = (_, _) => throw new NotSupportedException("No generator.") }));

        Assert.IsType<NotSupportedException>(failure.InnerException);
        Assert.Equal("BrokenLoss breaks \"terms have the logits' shape\": It threw NotSupportedException: No generator.", failure.Message);
    }

    [Fact]
    public void Clauses_Names_AreDistinct() => Assert.Distinct(LossContract.Clauses.Select(clause => clause.ToString()));

    private static Tensor Raised(Tensor logits)
    {
        using var still = no_grad();
        return logits.add_(1);
    }
}
