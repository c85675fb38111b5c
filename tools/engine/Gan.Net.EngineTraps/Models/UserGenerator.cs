using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Gan.Net.EngineTraps.Models;

/// <summary>A generator as a user writes it: eight latents through any module.</summary>
internal sealed class UserGenerator(Module<Tensor, Tensor> layers) : IGenerator
{
    public LatentSpace Latent { get; } = new() { Size = 8 };

    public nn.Module Module => layers;

    public Tensor Generate(GeneratorInput input) => layers.call(input.LatentsFor(nameof(UserGenerator)));

    public void Dispose() => layers.Dispose();
}
