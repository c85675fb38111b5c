using static TorchSharp.torch;

namespace Gan.Net.Testing;

/// <summary>A layer to hold to its contract. Immutable.</summary>
public sealed record LayerSubject
{
    /// <summary>Makes one; it is disposed after each clause. Two need not have the same weights.</summary>
    public required Func<nn.Module> Create { get; init; }

    /// <summary>The shape of an input, with its batch dimension.</summary>
    public required IReadOnlyList<long> InputShape { get; init; }

    /// <summary>The shape of the output that belongs to it.</summary>
    public required IReadOnlyList<long> OutputShape { get; init; }

    /// <summary>
    /// How the layer is applied. Default its <c>call</c> on one tensor; a layer that takes more, such as labels, is given them here.
    /// </summary>
    public Func<nn.Module, Tensor, Tensor> Apply { get; init; } = static (layer, input) => ((nn.Module<Tensor, Tensor>)layer).call(input);

    internal string Name
    {
        get
        {
            using var layer = Create();
            return layer.GetType().Name;
        }
    }
}
