using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Gan.Net.Training;
using static TorchSharp.torch;

namespace Gan.Net.Checkpoints;

/// <summary>By what data is known again: its batches' size and number, the digest of the first one, and of all of it where the source knows it.</summary>
internal static class DataFingerprint
{
    public static ManifestData Of<TBatch>(IBatchSource<TBatch> source)
        where TBatch : class, IBatch
    {
        using var scope = NewDisposeScope();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var batch = source.GetBatch(0);
        foreach (var tensor in batch.Tensors)
        {
            Append(hash, tensor);
        }

        return new ManifestData
        {
            BatchSize = source.BatchSize,
            BatchesPerEpoch = source.BatchesPerEpoch,
            Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset()),
            Content = (source as ISummarizedSource)?.Summary?.Digest,
        };
    }

    // Type and shape with the content: [2, 3] and [3, 2] of the same bytes are different data.
    private static void Append(IncrementalHash hash, Tensor tensor)
    {
        Span<byte> number = stackalloc byte[sizeof(long)];
        hash.AppendData(Encoding.UTF8.GetBytes(tensor.dtype.ToString()));
        foreach (var size in tensor.shape)
        {
            BinaryPrimitives.WriteInt64LittleEndian(number, size);
            hash.AppendData(number);
        }

        hash.AppendData(tensor.detach().cpu().contiguous().bytes);
    }
}
