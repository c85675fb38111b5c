using static TorchSharp.torch;

namespace Gan.Net.Games.Tests;

/// <summary>Gives modules weights that depend on a seed alone.</summary>
internal static class Seeds
{
    public static void Fill(nn.Module module, ulong seed)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        using var random = new Generator(seed, CPU);
        foreach (var parameter in module.parameters())
        {
            parameter.copy_(randn(parameter.shape, generator: random).mul(.2));
        }
    }
}
