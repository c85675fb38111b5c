using Gan.Net.Layers;
using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Reliability.Games;

/// <summary>
/// A small discriminator with spectral norm, whose vector is state too: samples <c>[N, 1, 4, 4]</c>, or as many channels as a pack has
/// samples, to logits <c>[N]</c>.
/// </summary>
internal sealed class SmallDiscriminator : nn.Module<Tensor, Tensor>, IDiscriminator
{
    private const int Hidden = 12;

    [ComponentName(Name = "first")]
    private readonly SpectralNorm _first;

    [ComponentName(Name = "last")]
    private readonly Linear _last = nn.Linear(Hidden, 1);

    public SmallDiscriminator(ulong seed, int samples = 1)
        : base(nameof(SmallDiscriminator))
    {
        using var random = new Generator(seed, CPU);
        var first = nn.Linear(16 * samples, Hidden);
        InitialWeights.Uniform(first, random);
        InitialWeights.Uniform(_last, random);
        _first = new SpectralNorm(first, random);
        RegisterComponents();
    }

    public nn.Module Module => this;

    public long FeatureCount => Hidden;

    public DiscriminatorOutput Score(DiscriminatorInput input)
    {
        var features = Hide(input.Samples);
        return new DiscriminatorOutput { Logits = _last.call(features).flatten(), Features = input.WantsFeatures ? [features] : [] };
    }

    public override Tensor forward(Tensor input) => _last.call(Hide(input)).flatten();

    private Tensor Hide(Tensor samples) => _first.call(samples.flatten(1)).tanh();
}
