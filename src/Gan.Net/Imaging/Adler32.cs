namespace Gan.Net.Imaging;

/// <summary>The checksum at the end of zlib data. Immutable; starts with <see cref="Start"/>.</summary>
internal readonly record struct Adler32(uint Value)
{
    private const uint Modulus = 65521;

    // The most bytes that cannot overflow the second sum.
    private const int Block = 5552;

    public static Adler32 Start => new(1);

    public Adler32 Append(ReadOnlySpan<byte> bytes)
    {
        var a = Value & 0xFFFF;
        var b = Value >> 16;
        while (!bytes.IsEmpty)
        {
            var block = bytes[..Math.Min(Block, bytes.Length)];
            foreach (var value in block)
            {
                a += value;
                b += a;
            }

            a %= Modulus;
            b %= Modulus;
            bytes = bytes[block.Length..];
        }

        return new Adler32((b << 16) | a);
    }
}
