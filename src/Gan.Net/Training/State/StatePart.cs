using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>One part of a trainer's state: what one file of a checkpoint holds.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Tensors">Its tensors by name; at least one.</param>
internal sealed record StatePart(string File, IReadOnlyDictionary<string, Tensor> Tensors);
