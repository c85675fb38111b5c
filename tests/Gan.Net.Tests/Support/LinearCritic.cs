using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Support;

/// <summary>The critic w·x over all numbers of a sample, in float64; its features are the numbers themselves. Keeps what it scored.</summary>
internal sealed class LinearCritic : nn.Module, IDiscriminator
{
    [ComponentName(Name = "w")]
    private readonly Parameter _w;

    private readonly List<double[]> _scored = [];

    public LinearCritic(params double[] w)
        : base(nameof(LinearCritic))
    {
        _w = new Parameter(tensor(w));
        RegisterComponents();
    }

    public nn.Module Module => this;

    public Parameter W => _w;

    public int SamplesPerLogit { get; init; } = 1;

    public IReadOnlyList<double[]> Scored => _scored;

    public long FeatureCount => _w.numel();

    public DiscriminatorOutput Score(DiscriminatorInput input)
    {
        var samples = input.Samples;
        _scored.Add(samples.detach().contiguous().data<double>().ToArray());
        return new DiscriminatorOutput
        {
            Logits = samples.reshape(samples.shape[0] / SamplesPerLogit, -1).mv(_w),
            Features = input.WantsFeatures ? [samples.flatten(1)] : [],
        };
    }
}
