using System.Security.Cryptography;
using static TorchSharp.torch;

namespace Gan.Net.Reliability.Fuzzing;

/// <summary>A digest of a module's parameters and buffers, bit by bit.</summary>
internal static class Fingerprint
{
    public static string Of(nn.Module module)
    {
        using var scope = NewDisposeScope();
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (_, tensor) in module.state_dict())
        {
            digest.AppendData(tensor.detach().cpu().contiguous().bytes);
        }

        return Convert.ToHexString(digest.GetHashAndReset());
    }
}
