using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Gan.Net.EngineTraps.Models;

/// <summary>A discriminator as a user writes it: any module, flattened.</summary>
internal sealed class UserDiscriminator(Module<Tensor, Tensor> layers) : IDiscriminator
{
    public nn.Module Module => layers;

    public DiscriminatorOutput Score(DiscriminatorInput input) => new() { Logits = layers.call(input.Samples).flatten() };

    public void Dispose() => layers.Dispose();
}
