using Gan.Net.Layers;
using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Support;

/// <summary>The smallest discriminator that learns: samples <c>[N, 2]</c> to logits <c>[N]</c>.</summary>
internal sealed class TinyDiscriminator : nn.Module<Tensor, Tensor>, IDiscriminator
{
    [ComponentName(Name = "first")]
    private readonly Linear _first = nn.Linear(2, 4);

    [ComponentName(Name = "last")]
    private readonly Linear _last = nn.Linear(4, 1);

    /// <summary>Times <see cref="Score"/> was called. A field, so that another thread can watch it.</summary>
    internal int Calls;

    public TinyDiscriminator(ulong seed = 2)
        : base(nameof(TinyDiscriminator))
    {
        using var random = new Generator(seed, CPU);
        InitialWeights.Uniform(_first, random);
        InitialWeights.Uniform(_last, random);
        RegisterComponents();
    }

    public nn.Module Module => this;

    public Journal? Journal { get; init; }

    public Action? Scoring { get; set; }

    public Func<Tensor, Tensor> Output { get; init; } = logits => logits.flatten();

    public DiscriminatorOutput Score(DiscriminatorInput input)
    {
        var samples = input.Samples;
        Journal?.Note($"score {samples.shape[0]}");
        Scoring?.Invoke();
        Interlocked.Increment(ref Calls);
        return new DiscriminatorOutput { Logits = Output(call(samples)) };
    }

    public override Tensor forward(Tensor input) => _last.call(_first.call(input).tanh());
}
