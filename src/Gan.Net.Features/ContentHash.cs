using System.Security.Cryptography;
using System.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Features;

/// <summary>Hashes of what classifiers are made from, and of their weights: SHA-256, in lower-case hexadecimal.</summary>
internal static class ContentHash
{
    // Part of every key. Raised whenever network or training changes, so that nothing older is taken for the same.
    private const int CodeVersion = 1;

    /// <summary>Of the code, the settings and one epoch of the data, batch by batch.</summary>
    public static string OfTraining(IBatchSource<Batch> data, DigitClassifierOptions options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"code={CodeVersion};{options.Key}"));
        foreach (var batch in LabelledEpoch.Of(data))
        {
            Append(hash, batch.Samples);
            Append(hash, batch.Condition!);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Of a module's parameters and buffers, in the order of their names.</summary>
    public static string OfState(nn.Module module) => OfTensors(module.state_dict());

    /// <summary>Of named tensors, in the order of their names.</summary>
    public static string OfTensors(IReadOnlyDictionary<string, Tensor> tensors)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, tensor) in tensors.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{name} {tensor.dtype} [{string.Join(", ", tensor.shape)}]"));
            Append(hash, tensor);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, Tensor tensor)
    {
        using var scope = NewDisposeScope();
        hash.AppendData(tensor.detach().cpu().contiguous().bytes);
    }
}
