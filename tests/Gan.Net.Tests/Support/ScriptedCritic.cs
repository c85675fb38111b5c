using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Support;

/// <summary>Gives the logits it was told to, in their order, whatever the samples.</summary>
internal sealed class ScriptedCritic(params Tensor[] logits) : nn.Module(nameof(ScriptedCritic)), IDiscriminator
{
    private readonly Queue<Tensor> _logits = new(logits);

    public nn.Module Module => this;

    public DiscriminatorOutput Score(DiscriminatorInput input) => new() { Logits = _logits.Dequeue() };
}
