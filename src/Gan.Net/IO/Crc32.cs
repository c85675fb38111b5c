using System.Buffers.Binary;

namespace Gan.Net.IO;

/// <summary>The CRC-32 of PNG, gzip and zip (polynomial EDB88320), eight bytes at a time. Immutable.</summary>
public readonly record struct Crc32
{
    private static readonly uint[][] Tables = MakeTables();

    private Crc32(uint value) => Value = value;

    /// <summary>The checksum of everything appended so far; 0 for nothing.</summary>
    public uint Value { get; }

    /// <summary>The checksum of some bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes) => default(Crc32).Append(bytes).Value;

    /// <summary>The checksum after more bytes.</summary>
    public Crc32 Append(ReadOnlySpan<byte> bytes)
    {
        var t = Tables;
        var crc = ~Value;
        while (bytes.Length >= 8)
        {
            var low = crc ^ BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = t[7][(byte)low] ^ t[6][(byte)(low >> 8)] ^ t[5][(byte)(low >> 16)] ^ t[4][low >> 24]
                ^ t[3][(byte)high] ^ t[2][(byte)(high >> 8)] ^ t[1][(byte)(high >> 16)] ^ t[0][high >> 24];
            bytes = bytes[8..];
        }

        foreach (var b in bytes)
        {
            crc = t[0][(byte)(crc ^ b)] ^ (crc >> 8);
        }

        return new Crc32(~crc);
    }

    private static uint[][] MakeTables()
    {
        var tables = new uint[8][];
        for (var n = 0; n < 8; n++)
        {
            tables[n] = new uint[256];
            for (uint i = 0; i < 256; i++)
            {
                var crc = n == 0 ? i : tables[n - 1][i];
                for (var bit = 0; bit < 8; bit++)
                {
                    crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB8_8320 : crc >> 1;
                }

                tables[n][i] = crc;
            }
        }

        return tables;
    }
}
