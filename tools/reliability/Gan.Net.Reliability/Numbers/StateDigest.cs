using System.Security.Cryptography;
using System.Text;
using Gan.Net.Checkpoints;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Reliability.Numbers;

/// <summary>
/// What a step must not change when it is not taken, as one digest: networks with their buffers, optimizers, averages and all that parts of
/// the game remember, but not the random numbers, which the step drew.
/// </summary>
internal static class StateDigest
{
    public static string Of(IResumable trainer)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in TrainerParts.Of(trainer).OrderBy(part => part.File, StringComparer.Ordinal))
        {
            foreach (var (name, tensor) in part.Tensors.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                if (name != TrainerParts.Random)
                {
                    hash.AppendData(Encoding.UTF8.GetBytes($"{part.File}/{name}"));
                    hash.AppendData(tensor.detach().cpu().contiguous().bytes);
                }
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
