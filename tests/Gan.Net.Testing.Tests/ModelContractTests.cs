using Gan.Net.Testing.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Testing.Tests;

public sealed class ModelContractTests
{
    private static readonly long[] _plane = [2];

    // What the model does wrong, and whether the clause is the generator's, the discriminator's or the layer's.
    public static TheoryData<Func<Tensor, Tensor, Tensor, Tensor>, string, string> Generators => new()
    {
        { (input, weight, _) => input.tanh().matmul(weight).unsqueeze(1), "samples have the shape of the data, one alone too", "Of 1 inputs it makes [1, 1, 2]; expected [1, 2]." },
        { (input, weight, _) => input.matmul(weight).square().exp(), "samples are finite for latents far out", "Latents of 10,000 give samples that are not finite." },
        { (input, weight, _) => input.matmul(weight).add(rand(2)), "latents decide: the same give the same sample, others another", "In evaluation mode the same latents give other samples the second time." },
        { (input, weight, _) => input.matmul(weight).sub(input.mean()), "latents decide: the same give the same sample, others another", "In evaluation mode a sample depends on the others of its batch." },
        { (input, weight, _) => input.mul(0).matmul(weight), "latents decide: the same give the same sample, others another", "Two latents give one sample." },
        { (input, _, copy) => input.requires_grad_().matmul(copy), "every parameter receives a gradient", "The loss does not reach the parameter weight." },
        {
            (input, weight, _) => input.matmul(weight).add(Random.Shared.NextDouble() + 1),
            "all that decides is in the state dictionary",
            "Another one with the same state dictionary makes other samples. Is something that decides no parameter and no registered buffer?"
        },
    };

    public static TheoryData<Func<Tensor, Tensor, Tensor, Tensor>, string, string> Discriminators => new()
    {
        {
            (input, weight, _) => input.tanh().matmul(weight).unsqueeze(2),
            "logits are one for each sample or pack, or a row of patches",
            "For 4 samples, 1 to a logit, it returns [4, 1]; expected [4], or [4, P] with several patches. Flatten one column with .flatten()."
        },
        { (input, weight, _) => input.matmul(weight).square().exp(), "logits are finite for samples far out", "Samples of 10,000 give logits that are not finite." },
        { (input, weight, _) => input.matmul(weight).add(rand(1)), "samples decide: the same give the same logit, others another", "In evaluation mode the same samples give other logits the second time." },
        { (input, weight, _) => input.mul(0).matmul(weight), "samples decide: the same give the same logit, others another", "All samples have one logit." },
        { (input, _, copy) => input.requires_grad_().matmul(copy), "every parameter receives a gradient", "The loss does not reach the parameter weight." },
        {
            (input, weight, _) => input.detach().matmul(weight),
            "the gradient by the samples can be penalised",
            "The gradient by the samples depends on no weight. Does a layer cut the graph, or does no logit depend on its sample?"
        },
        {
            (input, weight, _) => input.matmul(weight.detach()).add(weight.sum()),
            "the gradient by the samples can be penalised",
            "The gradient by the samples depends on no weight. Does a layer cut the graph, or does no logit depend on its sample?"
        },
        { (input, weight, _) => input.mul(0).matmul(weight).square().sqrt(), "the gradient by the samples can be penalised", "The penalty's gradient by the weights is not finite." },
        {
            (input, weight, _) => input.matmul(weight).add(Random.Shared.NextDouble() + 1),
            "all that decides is in the state dictionary",
            "Another one with the same state dictionary gives other logits. Is something that decides no parameter and no registered buffer?"
        },
    };

    public static TheoryData<Func<Tensor, Tensor, Tensor, Tensor>, string, string> Layers => new()
    {
        { (input, weight, _) => input.matmul(weight).flatten(), "the output has the shape that belongs to the input", "Of [4, 3] it makes [8]; expected [4, 2]." },
        { (input, weight, _) => input.matmul(weight).exp(), "output and gradients are finite for inputs of about 10,000, -10,000 and 0", "Inputs of 10000 times N(0, 1) give an output or a gradient that is not finite." },
        { (input, weight, _) => input.matmul(weight).mul(input.detach().sum(1, keepdim: true)), "gradients equal finite differences", "By number 0 of tensor 0, [4, 3], the gradient is " },
        { (input, weight, _) => input.matmul(weight.detach().add(weight.mul(0))).add(weight.detach().sum()), "it can be differentiated twice", "By number 0 of tensor 1, [3, 2], the gradient is 0" },
        { (input, _, copy) => input.requires_grad_().matmul(copy), "every parameter receives a gradient", "The loss does not reach the parameter weight." },
        { (input, weight, copy) => input.matmul(copy).add(weight.mul(0).sum()), "it acts by parameters that the trainer moved to one buffer", "Its output does not follow its parameters any more. Does it keep a copy or a view of one?" },
        {
            (input, weight, _) => input.matmul(weight).add(Random.Shared.NextDouble() + 1),
            "all that decides is in the state dictionary",
            "Another one with the same state dictionary gives another output. Is something that decides no parameter and no registered buffer?"
        },
    };

    [Fact]
    public void Check_SoundModels_AreContent()
    {
        GeneratorContract.Check(Generator(() => new BrokenModel()));
        DiscriminatorContract.Check(Discriminator(() => new BrokenModel()));
        LayerContract.Check(Layer(() => new BrokenModel()));
    }

    [Theory]
    [MemberData(nameof(Generators))]
    public void Check_BrokenGenerator_NamesTheClauseAndWhatIsWrong(Func<Tensor, Tensor, Tensor, Tensor> act, string clause, string message) =>
        AssertBroken(GeneratorContract.Clauses, Generator(() => new BrokenModel { Act = act }), clause, message);

    [Theory]
    [MemberData(nameof(Discriminators))]
    public void Check_BrokenDiscriminator_NamesTheClauseAndWhatIsWrong(Func<Tensor, Tensor, Tensor, Tensor> act, string clause, string message) =>
        AssertBroken(DiscriminatorContract.Clauses, Discriminator(() => new BrokenModel { Act = act }), clause, message);

    [Theory]
    [MemberData(nameof(Layers))]
    public void Check_BrokenLayer_NamesTheClauseAndWhatIsWrong(Func<Tensor, Tensor, Tensor, Tensor> act, string clause, string message) =>
        AssertBroken(LayerContract.Clauses, Layer(() => new BrokenModel { Act = act }), clause, message);

    [Fact]
    public void Check_DiscriminatorThatScoresTogetherAndDeniesIt_SaysSo() => AssertBroken(
        DiscriminatorContract.Clauses,
        Discriminator(() => new BrokenModel { ScoresSamplesAlone = true, Act = (input, weight, _) => input.matmul(weight).sub(input.mean()) }),
        "samples are scored alone if ScoresSamplesAlone says so",
        "ScoresSamplesAlone is true, and in training mode a sample has another logit among others. Leave it false.");

    [Fact]
    public void Check_UnconditionalModelThatTakesACondition_SaysWhatToCall()
    {
        const string Clause = "a condition is taken or refused as Condition says";

        AssertBroken(GeneratorContract.Clauses, Generator(() => new BrokenModel { TakesAnything = true }), Clause, "It takes no condition and still accepts one. Call Condition.Check.");
        AssertBroken(DiscriminatorContract.Clauses, Discriminator(() => new BrokenModel { TakesAnything = true }), Clause, "It takes no condition and still accepts one. Call Condition.Check.");
    }

    [Fact]
    public void Check_ConditionalModelThatNeedsNone_SaysWhatToCall()
    {
        const string Clause = "a condition is taken or refused as Condition says";
        static BrokenModel Lax() => new() { TakesAnything = true, Classes = 3 };

        AssertBroken(GeneratorContract.Clauses, Generator(Lax), Clause, "It takes a condition and generates without one. Call Condition.Check.");
        AssertBroken(DiscriminatorContract.Clauses, Discriminator(Lax), Clause, "It takes a condition and scores without one. Call Condition.Check.");
    }

    private static GeneratorSubject Generator(Func<BrokenModel> create) => new() { Create = create, SampleShape = _plane };

    private static DiscriminatorSubject Discriminator(Func<BrokenModel> create) => new() { Create = create, SampleShape = [3] };

    private static LayerSubject Layer(Func<BrokenModel> create) => new() { Create = create, InputShape = [4, 3], OutputShape = [4, 2] };

    private static void AssertBroken<T>(IReadOnlyList<Clause<T>> clauses, T subject, string name, string message)
        where T : class
    {
        var failure = Assert.Throws<ContractException>(() => clauses.Single(clause => clause.Name == name).Check(subject));

        Assert.Equal("BrokenModel", failure.Subject);
        Assert.StartsWith($"BrokenModel breaks \"{name}\": {message}", failure.Message, StringComparison.Ordinal);
    }
}
