using Gan.Net.Layers;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Support;

/// <summary>Latents of 2 and a label of three classes to points, with one hidden layer.</summary>
internal sealed class CornerGenerator : nn.Module, IGenerator
{
    [ComponentName(Name = "labels")]
    private readonly LabelConcatenation _labels;

    [ComponentName(Name = "first")]
    private readonly Linear _first = nn.Linear(5, 16);

    [ComponentName(Name = "last")]
    private readonly Linear _last = nn.Linear(16, 2);

    public CornerGenerator()
        : base(nameof(CornerGenerator))
    {
        using var random = new Generator(21, CPU);
        _labels = new LabelConcatenation(3, [3], random);
        InitialWeights.Uniform(_first, random);
        InitialWeights.Uniform(_last, random);
        RegisterComponents();
    }

    public LatentSpace Latent { get; } = new() { Size = 2 };

    public nn.Module Module => this;

    public ConditionSpace Condition { get; } = ConditionSpace.Classes(3);

    public Tensor Generate(GeneratorInput input) => _last.call(_first.call(_labels.call(input.Latents!, input.Condition!)).tanh());
}
