using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Gan.Net.Evaluation.Tests.Support;

/// <summary>G(z) = z·Wᵀ, and a path length that is known: along a straight line it is ‖W(b - a)‖² everywhere.</summary>
internal sealed class LinearGenerator : IGenerator
{
    private readonly Linear _layer = nn.Linear(3, 2, hasBias: false);

    public LinearGenerator()
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var weight = tensor(new float[,] { { 1, -2, 0.5f }, { 0.25f, 1, 3 } });
        _layer.weight.copy_(weight);
    }

    public LatentSpace Latent { get; } = new() { Size = 3 };

    public nn.Module Module => _layer;

    public bool WasTraining { get; private set; }

    public Tensor Generate(GeneratorInput input)
    {
        var (latents, condition) = (input.Latents!, input.Condition);
        WasTraining |= _layer.training;
        return _layer.call(latents);
    }

    public void Dispose() => _layer.Dispose();
}
