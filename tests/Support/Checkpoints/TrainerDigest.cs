using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gan.Net.Checkpoints;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.TestSupport;

/// <summary>
/// A trainer's whole state as one digest: every tensor of players, optimizers, random numbers and remembering parts with its name, type and
/// shape, and all counts.
/// </summary>
internal static class TrainerDigest
{
    public static string Of(IResumable trainer, params string[] texts)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in TrainerParts.Of(trainer).OrderBy(part => part.File, StringComparer.Ordinal))
        {
            foreach (var (name, tensor) in part.Tensors.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                Append(hash, $"{part.File}/{name} {tensor.dtype} [{string.Join(',', tensor.shape)}]");
                hash.AppendData(tensor.detach().cpu().contiguous().bytes);
            }
        }

        Append(hash, trainer.Counters.ToString());
        Append(hash, string.Join(',', trainer.Players.Select(player => player.Steps.ToString(CultureInfo.InvariantCulture))));
        foreach (var text in texts)
        {
            Append(hash, text);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\0"));
}
