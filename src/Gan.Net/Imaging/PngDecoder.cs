using System.Buffers.Binary;
using System.IO.Compression;
using Gan.Net.IO;

namespace Gan.Net.Imaging;

/// <summary>Reads one PNG file, row by row, so that nothing is kept but the pixels.</summary>
internal sealed class PngDecoder(ExactReader reader, PngChunks chunks, long maximumPixels)
{
    public PixelImage Decode()
    {
        Span<byte> signature = stackalloc byte[PngFormat.Signature.Length];
        reader.Read(signature);
        if (!signature.SequenceEqual(PngFormat.Signature))
        {
            throw reader.Error("The file does not begin as a PNG file does.");
        }

        var image = ReadHeader();
        FindData();
        ReadRows(image);
        ReadTail();
        return image;
    }

    private PixelImage ReadHeader()
    {
        chunks.Next();
        if (chunks.Type != PngFormat.Header || chunks.ChunkLength != PngFormat.HeaderLength)
        {
            throw reader.Error("The first chunk is not an IHDR of 13 bytes.");
        }

        Span<byte> header = stackalloc byte[PngFormat.HeaderLength];
        chunks.ReadContent(header);
        chunks.Finish();
        var width = BinaryPrimitives.ReadUInt32BigEndian(header);
        var height = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        if (width is 0 or > int.MaxValue || height is 0 or > int.MaxValue || (long)width * height > maximumPixels)
        {
            throw reader.Error($"The picture is said to have {width}x{height} pixels; 1 to {maximumPixels} are read.");
        }

        if (header[8] != 8 || PngFormat.Channels(header[9]) is not { } channels)
        {
            throw reader.Error($"The pixels have {header[8]} bits and colour type {header[9]}; only 8-bit gray, RGB and RGBA (types 0, 2, 6) are read. Convert the file.");
        }

        if (header[10] != 0 || header[11] != 0 || header[12] != 0)
        {
            throw reader.Error($"Compression {header[10]}, filter {header[11]}, interlace {header[12]}; only 0, 0, 0 are read. Save the file without interlacing.");
        }

        if ((long)width * height * channels > Array.MaxLength || !reader.CouldUnpackTo(height * (1 + (long)width * channels)))
        {
            throw reader.Error($"The file is too small to hold {width}x{height} pixels.");
        }

        return new PixelImage((int)width, (int)height, channels);
    }

    private void FindData()
    {
        do
        {
            chunks.Next();
            if (chunks.Type is PngFormat.End or PngFormat.Header)
            {
                throw reader.Error("A data chunk (IDAT) was due.");
            }
        }
        while (Skippable());
    }

    /// <summary>Whether the current chunk is neither data nor end, and may be passed over.</summary>
    private bool Skippable()
    {
        const uint Ancillary = 0x2000_0000;
        if (chunks.Type is PngFormat.Data or PngFormat.End)
        {
            return false;
        }

        return chunks.Type == PngFormat.Palette || (chunks.Type & Ancillary) != 0
            ? true
            : throw reader.Error($"The chunk type {chunks.Type:X8} is not known and not optional.");
    }

    private void ReadRows(PixelImage image)
    {
        using var zlib = new ZLibStream(chunks, CompressionMode.Decompress, leaveOpen: true);
        Span<byte> filter = stackalloc byte[1];
        ReadOnlySpan<byte> above = new byte[image.Width * image.Channels];
        var checksum = Adler32.Start;
        for (var y = 0; y < image.Height; y++)
        {
            var row = image.Row(y);
            Unpack(zlib, filter);
            Unpack(zlib, row);
            if (filter[0] >= PngFilter.Count)
            {
                throw reader.Error($"Row {y} has the filter {filter[0]}; there are 0 to 4.");
            }

            checksum = checksum.Append(filter).Append(row);
            PngFilter.Undo(filter[0], row, above, image.Channels);
            above = row;
        }

        if (UnpackAtMost(zlib, filter) > 0)
        {
            throw reader.Error("The packed data goes on after the last row.");
        }

        Drain();

        // .NET takes packed data that was cut off for complete: the checksum behind it tells.
        if (chunks.LastFour != checksum.Value)
        {
            throw reader.Error("The packed data is cut off or damaged: it does not end with the checksum of the rows.");
        }
    }

    private void Drain()
    {
        Span<byte> rest = stackalloc byte[256];
        while (chunks.Read(rest) > 0)
        {
        }
    }

    private void Unpack(ZLibStream zlib, Span<byte> destination)
    {
        if (UnpackAtMost(zlib, destination) < destination.Length)
        {
            throw reader.Error("The packed data ends before the last row.");
        }
    }

    private int UnpackAtMost(ZLibStream zlib, Span<byte> destination)
    {
        try
        {
            return zlib.ReadAtLeast(destination, destination.Length, throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw new DataFormatException(reader.Path, reader.Offset, "The packed data is damaged or cannot be read.", e);
        }
    }

    // The data was read to its end, so the current chunk is the first behind it.
    private void ReadTail()
    {
        while (Skippable())
        {
            chunks.Next();
        }

        if (chunks.Type != PngFormat.End || chunks.ChunkLength != 0)
        {
            throw reader.Error("The file should end with an empty IEND chunk, and all data chunks should stand together.");
        }

        chunks.Finish();
        reader.RequireEnd();
    }
}
