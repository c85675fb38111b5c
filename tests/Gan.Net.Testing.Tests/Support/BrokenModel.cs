using Gan.Net.Layers;
using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Testing.Tests.Support;

/// <summary>
/// A linear map of 3 numbers to 2 or to a logit, as generator, discriminator and layer; a test may add something wrong to what it makes.
/// </summary>
internal sealed class BrokenModel : nn.Module<Tensor, Tensor>, IGenerator, IDiscriminator
{
    [ComponentName(Name = "weight")]
    private readonly Parameter _weight;

    private readonly Tensor _copy;

    public BrokenModel(long outputs = 2)
        : base(nameof(BrokenModel))
    {
        using var random = new Generator(3, CPU);
        using var scope = NewDisposeScope();
        _weight = (Parameter)new Parameter(zeros(3, outputs)).DetachFromDisposeScope();
        InitialWeights.Normal(_weight, 0, 1, random);
        RegisterComponents();
        _copy = _weight.detach().clone().DetachFromDisposeScope();
    }

    /// <summary>What the model does in place of its linear map: from the input, the weight and what the weight was at first.</summary>
    public Func<Tensor, Tensor, Tensor, Tensor> Act { get; init; } = (input, weight, _) => input.tanh().matmul(weight);

    public bool TakesAnything { get; init; }

    public int Classes { get; init; }

    public ConditionSpace Condition => ConditionSpace.Classes(Classes);

    public bool ScoresSamplesAlone { get; init; }

    public LatentSpace Latent { get; } = new() { Size = 3 };

    public nn.Module Module => this;

    public Tensor Generate(GeneratorInput input) => call(Checked(input.Latents!, input.Condition));

    public DiscriminatorOutput Score(DiscriminatorInput input) => new() { Logits = call(Checked(input.Samples, input.Condition)).sum(1) };

    public override Tensor forward(Tensor input) => Act(input, _weight, _copy);

    protected override void Dispose(bool disposing)
    {
        _copy.Dispose();
        base.Dispose(disposing);
    }

    private Tensor Checked(Tensor input, Tensor? condition)
    {
        if (!TakesAnything)
        {
            Conditions.Refuse(condition, nameof(BrokenModel));
        }

        return input;
    }
}
