using static TorchSharp.torch;

namespace Gan.Net.Reliability.Numbers;

/// <summary>One bad number.</summary>
/// <param name="Place">Where it comes in.</param>
/// <param name="OfGenerator">Whose step, weight or gradient it is.</param>
/// <param name="Value">NaN or an infinity.</param>
/// <param name="Choice">Chooses the number within a tensor.</param>
internal sealed record Injection(InjectionPlace Place, bool OfGenerator, double Value, long Choice)
{
    /// <summary>For weights, buffers and gradients: the tensor, by its name.</summary>
    public string? TargetName { get; init; }

    /// <summary>That tensor.</summary>
    public Tensor? Target { get; init; }

    /// <summary>What the error must name.</summary>
    public string Expected => Place switch
    {
        InjectionPlace.Batch => "batch",
        InjectionPlace.Latents => "latents",
        InjectionPlace.Loss => "loss",
        InjectionPlace.Gradient => $"gradient of {TargetName}",
        _ => TargetName!,
    };

    /// <summary>The number's place in a tensor.</summary>
    public long Where(Tensor tensor) => Choice % tensor.numel();
}
