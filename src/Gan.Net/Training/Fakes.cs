using static TorchSharp.torch;

namespace Gan.Net.Training;

/// <summary>Generated samples and what they were made from. The tensors belong to the step.</summary>
internal sealed record Fakes(Tensor Latents, Tensor Samples, Tensor? Labels);
