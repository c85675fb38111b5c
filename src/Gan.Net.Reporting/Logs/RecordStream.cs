using System.Buffers.Binary;
using System.Numerics;

namespace Gan.Net.Reporting;

/// <summary>
/// TensorFlow's record framing: the length in 8 bytes, its checksum in 4, the data, its checksum in 4, all little-endian. The
/// checksum is CRC-32C, rotated and shifted so that records inside records keep theirs.
/// </summary>
internal static class RecordStream
{
    private const uint MaskDelta = 0xA282_EAD8;

    public static void Write(Stream stream, ReadOnlySpan<byte> data)
    {
        Span<byte> head = stackalloc byte[12];
        BinaryPrimitives.WriteUInt64LittleEndian(head, (ulong)data.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(head[8..], MaskedChecksum(head[..8]));
        Span<byte> tail = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(tail, MaskedChecksum(data));
        stream.Write(head);
        stream.Write(data);
        stream.Write(tail);
    }

    public static uint MaskedChecksum(ReadOnlySpan<byte> bytes) => BitOperations.RotateRight(Checksum(bytes), 15) + MaskDelta;

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        while (bytes.Length >= 8)
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }

        foreach (var value in bytes)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return ~crc;
    }
}
