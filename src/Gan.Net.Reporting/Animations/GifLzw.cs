namespace Gan.Net.Reporting;

/// <summary>
/// Packs the pixels of a GIF frame: LZW (Welch 1984) with codes that grow from <c>bits + 1</c> to 12 bits, packed from the lowest bit
/// on, in blocks of at most 255 bytes. When the 4,096 codes are used up the table starts anew.
/// </summary>
internal sealed class GifLzw
{
    private const int MostCodes = 4096;

    private readonly Stream _stream;
    private readonly byte[] _block = new byte[256];
    private int _blockLength;
    private uint _pending;
    private int _pendingBits;

    private GifLzw(Stream stream) => _stream = stream;

    /// <summary>Writes a frame's data, from the code size to the empty block at its end.</summary>
    /// <param name="stream">Takes the blocks.</param>
    /// <param name="pixels">Palette indices below <c>1 &lt;&lt; bits</c>, at least one.</param>
    /// <param name="bits">2 to 8.</param>
    public static void Write(Stream stream, ReadOnlySpan<byte> pixels, int bits)
    {
        stream.WriteByte((byte)bits);
        var packer = new GifLzw(stream);
        packer.Pack(pixels, bits);
        packer.Finish();
    }

    private void Pack(ReadOnlySpan<byte> pixels, int bits)
    {
        var (clear, end) = (1 << bits, (1 << bits) + 1);
        var (next, size) = (end + 1, bits + 1);
        var longer = new short[MostCodes << bits]; // by code and pixel: the code of both together, 0 for none
        Put(clear, size);
        int code = pixels[0];
        foreach (var pixel in pixels[1..])
        {
            ref var joined = ref longer[(code << bits) | pixel];
            if (joined != 0)
            {
                code = joined;
                continue;
            }

            Put(code, size);
            code = pixel;
            if (next == MostCodes)
            {
                Put(clear, size);
                Array.Clear(longer);
                (next, size) = (end + 1, bits + 1);
                continue;
            }

            // The reader learns a code one step later, so a longer size is due when the code does not fit, not before.
            if (next == 1 << size)
            {
                size++;
            }

            joined = (short)next++;
        }

        Put(code, size);
        if (next == 1 << size && size < 12)
        {
            size++; // the reader has learnt the last code by now
        }

        Put(end, size);
    }

    private void Put(int code, int size)
    {
        _pending |= (uint)code << _pendingBits;
        for (_pendingBits += size; _pendingBits >= 8; _pendingBits -= 8)
        {
            PutByte((byte)_pending);
            _pending >>= 8;
        }
    }

    private void PutByte(byte value)
    {
        _block[++_blockLength] = value;
        if (_blockLength == 255)
        {
            WriteBlock();
        }
    }

    private void WriteBlock()
    {
        _block[0] = (byte)_blockLength;
        _stream.Write(_block.AsSpan(0, _blockLength + 1));
        _blockLength = 0;
    }

    private void Finish()
    {
        if (_pendingBits > 0)
        {
            PutByte((byte)_pending);
        }

        if (_blockLength > 0)
        {
            WriteBlock();
        }

        _stream.WriteByte(0);
    }
}
