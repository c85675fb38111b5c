using System.Buffers;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace Gan.Net.Imaging;

/// <summary>Encodes pictures with Skia. The same picture gives the same bytes on the same version of Skia.</summary>
internal sealed class PictureEncoder(PictureFormat format, PictureWriteOptions options)
{
    private const int DefaultJpegQuality = 90;

    public void Encode(PixelImage image, Stream stream)
    {
        Check(image);
        var isGray = image.Channels == 1 && format != PictureFormat.WebP;
        var info = new SKImageInfo(
            image.Width, image.Height, isGray ? SKColorType.Gray8 : SKColorType.Rgba8888, image.Channels == 4 ? SKAlphaType.Unpremul : SKAlphaType.Opaque);
        if (isGray || image.Channels == 4)
        {
            Encode(info, image.Bytes, stream);
            return;
        }

        var wide = ArrayPool<byte>.Shared.Rent(info.BytesSize);
        try
        {
            Widen(image, wide);
            Encode(info, wide, stream);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(wide);
        }
    }

    private void Encode(SKImageInfo info, byte[] pixels, Stream stream)
    {
        var pinned = GCHandle.Alloc(pixels, GCHandleType.Pinned);
        try
        {
            using var pixmap = new SKPixmap(info, pinned.AddrOfPinnedObject(), info.RowBytes);
            using var data = format switch
            {
                PictureFormat.Png => pixmap.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.AllFilters, 6)),
                PictureFormat.Jpeg => pixmap.Encode(new SKJpegEncoderOptions(options.Quality ?? DefaultJpegQuality)),
                _ => pixmap.Encode(new SKWebpEncoderOptions(options.Quality is null ? SKWebpEncoderCompression.Lossless : SKWebpEncoderCompression.Lossy, options.Quality ?? 75)),
            };
            if (data is null)
            {
                throw new InvalidOperationException($"A picture of {info.Width}x{info.Height} pixels could not be encoded as {format}.");
            }

            data.SaveTo(stream);
        }
        finally
        {
            pinned.Free();
        }
    }

    private void Check(PixelImage image)
    {
        var longest = format switch
        {
            PictureFormat.Png => 1_000_000,
            PictureFormat.Jpeg => 65_500,
            PictureFormat.WebP => 16_383,
            _ => throw new ArgumentException($"{format} pictures are read but not written. Write PNG, JPEG or WebP."),
        };
        if (Math.Max(image.Width, image.Height) > longest)
        {
            throw new ArgumentException($"The picture has {image.Width}x{image.Height} pixels; {format} holds at most {longest} along a side.", nameof(image));
        }

        if (image.Channels == 4 && format == PictureFormat.Jpeg)
        {
            throw new ArgumentException("JPEG holds no transparency. Lay the picture over a colour with Flatten, or write PNG or WebP.", nameof(image));
        }
    }

    private static void Widen(PixelImage image, Span<byte> wide)
    {
        var pixels = image.Pixels;
        var channels = image.Channels;
        for (int from = 0, to = 0; from < pixels.Length; from += channels, to += 4)
        {
            var pixel = pixels.Slice(from, channels);
            (wide[to], wide[to + 1], wide[to + 2], wide[to + 3]) = channels == 1 ? (pixel[0], pixel[0], pixel[0], byte.MaxValue) : (pixel[0], pixel[1], pixel[2], byte.MaxValue);
        }
    }
}
