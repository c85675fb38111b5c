using Gan.Net.Tests.Support;
using Gan.Net.Training;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Training;

/// <summary>Networks with layers that TorchSharp does not register.</summary>
public sealed class LooseTensorsTests
{
    [Fact]
    public void Fit_GeneratorWithLayersInAnArray_NamesThem()
    {
        using var generator = new ArrayGenerator();
        using var discriminator = new TinyDiscriminator();

        Assert.Equal(
            "The generator computes with tensors that need gradients and are not among its module's 2 parameters: "
            + "_hidden[0].weight [4, 3], _hidden[0].bias [4], _hidden[1].weight [4, 4], _hidden[1].bias [4]. They would not be trained and not be saved. "
            + "Put layers into fields of their own, a Sequential or a ModuleList, before RegisterComponents() is called.",
            Refusal(generator, discriminator));
    }

    [Fact]
    public void Fit_DiscriminatorWithALooseParameter_NamesIt()
    {
        using var generator = new TinyGenerator();
        using var discriminator = new ListDiscriminator();

        Assert.Equal(
            "The discriminator computes with tensors that need gradients and are not among its module's 2 parameters: _scales[0] [1]. They would not be trained and not be saved. "
            + "Put layers into fields of their own, a Sequential or a ModuleList, before RegisterComponents() is called.",
            Refusal(generator, discriminator));
    }

    [Fact]
    public void Fit_GeneratorThatAsksForItsOwnGradients_IsAccepted()
    {
        using var generator = new TinyGenerator
        {
            Output = samples =>
            {
                using var graph = enable_grad();
                var point = samples.detach().requires_grad_();
                return autograd.grad([point.square().sum()], [point], create_graph: true)[0].mul(.5).add(samples.mul(0));
            },
        };
        using var discriminator = new TinyDiscriminator();
        using var trainer = new GanTrainer(generator, discriminator);
        using var source = new NoiseSource(2);

        Assert.Equal(1, trainer.Fit(source, TrainingLength.Rounds(1)).Rounds);
    }

    private static string Refusal(IGenerator generator, IDiscriminator discriminator)
    {
        using var trainer = new GanTrainer(generator, discriminator);
        using var source = new NoiseSource(2);
        var failure = Assert.Throws<ArgumentException>(() => trainer.Fit(source, TrainingLength.Rounds(1)));
        Assert.Equal(0, trainer.Rounds);
        Assert.All(generator.Module.parameters().Concat(discriminator.Module.parameters()), parameter => Assert.True(parameter.requires_grad));
        return failure.Message;
    }

    private sealed class ArrayGenerator : nn.Module<Tensor, Tensor>, IGenerator
    {
        private readonly Linear[] _hidden = [nn.Linear(3, 4), nn.Linear(4, 4)];
        private readonly Linear _last = nn.Linear(4, 2);

        public ArrayGenerator()
            : base(nameof(ArrayGenerator)) => RegisterComponents();

        public LatentSpace Latent { get; } = new() { Size = 3 };

        public nn.Module Module => this;

        public Tensor Generate(GeneratorInput input) => call(input.Latents!);

        public override Tensor forward(Tensor input) => _last.call(_hidden.Aggregate(input, (values, layer) => layer.call(values).relu())).tanh();
    }

    // A parameter in a list, of a discriminator that is not its module.
    private sealed class ListDiscriminator : IDiscriminator
    {
        private readonly Linear _layer = nn.Linear(2, 1);
        private readonly List<Parameter> _scales = [nn.Parameter(ones(1))];

        public nn.Module Module => _layer;

        public DiscriminatorOutput Score(DiscriminatorInput input) => new() { Logits = _layer.call(input.Samples).flatten().mul(_scales[0]) };

        public void Dispose() => _layer.Dispose();
    }
}
