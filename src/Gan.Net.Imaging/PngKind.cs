using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Gan.Net.Imaging;

/// <summary>
/// How the 16 bits of a PNG file become 8: Skia drops the lower eight, here they are rounded. A gray picture of 16 bits has the bytes of one
/// with 8 bits and twice the channels, so it is decoded as that and rounded exactly; 16-bit colours come as half floats, which know an
/// 8-bit level to 0.06. Any other file is of the default kind.
/// </summary>
internal readonly record struct PngKind
{
    private const int HeaderEnd = 33;
    private const int BitsAt = 24;
    private const int TypeAt = 25;
    private const byte Gray = 0;
    private const byte GrayAlpha = 4;
    private const byte Rgba = 6;

    private PngKind(byte type, byte bits, bool hasKey)
    {
        IsGray16 = bits == 16 && !hasKey && type == Gray;
        IsGrayAlpha16 = bits == 16 && !hasKey && type == GrayAlpha;
        NeedsHalves = bits == 16 && type is not (Gray or GrayAlpha);
    }

    /// <summary>Whether the picture is gray of 16 bits without transparency; the decoder sees gray and transparency of 8 bits.</summary>
    public bool IsGray16 { get; }

    /// <summary>Whether the picture is gray of 16 bits with transparency; the decoder sees colours and transparency of 8 bits.</summary>
    public bool IsGrayAlpha16 { get; }

    /// <summary>Whether the colours have 16 bits and are decoded as half floats.</summary>
    public bool NeedsHalves { get; }

    // A level of gray that stands for transparency (tRNS) would mean another thing under a changed header: such files keep their upper eight bits.
    public static PngKind Of(ReadOnlySpan<byte> file) =>
        file.Length >= HeaderEnd && file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) && file.Slice(12, 4).SequenceEqual("IHDR"u8)
            && Crc32.HashToUInt32(file[12..29]) == BinaryPrimitives.ReadUInt32BigEndian(file[29..])
            ? new PngKind(file[TypeAt], file[BitsAt], file[..Math.Max(0, file.IndexOf("IDAT"u8))].IndexOf("tRNS"u8) >= 0)
            : default;

    /// <summary>The file to decode: the same, or for gray of 16 bits one whose header says 8 bits and twice the channels.</summary>
    public byte[] Prepare(byte[] file)
    {
        if (!IsGray16 && !IsGrayAlpha16)
        {
            return file;
        }

        var changed = file.ToArray();
        changed[BitsAt] = 8;
        changed[TypeAt] = IsGray16 ? GrayAlpha : Rgba;
        BinaryPrimitives.WriteUInt32BigEndian(changed.AsSpan(29), Crc32.HashToUInt32(changed.AsSpan(12, 17)));
        return changed;
    }

    /// <summary>Brings decoded pixels (four bytes or four half floats each) into a picture of 1, 3 or 4 channels.</summary>
    public void Convert(ReadOnlySpan<byte> decoded, PixelImage image)
    {
        if (NeedsHalves)
        {
            ConvertHalves(MemoryMarshal.Cast<byte, Half>(decoded), image);
        }
        else if (IsGray16 || IsGrayAlpha16)
        {
            ConvertPairs(decoded, image);
        }
        else if (image.Channels == 4)
        {
            decoded.CopyTo(image.Pixels);
        }
        else
        {
            Narrow(decoded, image);
        }
    }

    private static void Narrow(ReadOnlySpan<byte> decoded, PixelImage image)
    {
        var pixels = image.Pixels;
        var channels = image.Channels;
        for (int from = 0, to = 0; to < pixels.Length; from += 4, to += channels)
        {
            decoded.Slice(from, channels).CopyTo(pixels[to..]);
        }
    }

    private static void ConvertHalves(ReadOnlySpan<Half> decoded, PixelImage image)
    {
        var pixels = image.Pixels;
        var channels = image.Channels;
        for (int from = 0, to = 0; to < pixels.Length; from += 4, to += channels)
        {
            for (var channel = 0; channel < channels; channel++)
            {
                pixels[to + channel] = (byte)Math.Clamp((float)decoded[from + channel] * 255 + 0.5f, 0, 255);
            }
        }
    }

    // The upper and the lower byte of a number are two channels of the decoder's: red and transparency, or red and green, blue and transparency.
    private static void ConvertPairs(ReadOnlySpan<byte> decoded, PixelImage image)
    {
        var pixels = image.Pixels;
        for (var at = 0; at < decoded.Length; at += 4)
        {
            if (image.Channels == 1)
            {
                pixels[at / 4] = Round(decoded[at], decoded[at + 3]);
            }
            else
            {
                pixels[at..(at + 3)].Fill(Round(decoded[at], decoded[at + 1]));
                pixels[at + 3] = Round(decoded[at + 2], decoded[at + 3]);
            }
        }
    }

    private static byte Round(byte high, byte low) => (byte)(((high << 8 | low) + 128) / 257);
}
