using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Gan.Net.IO;
using SkiaSharp;

namespace Gan.Net.Imaging;

/// <summary>Decodes one file with Skia. Skia hands back the pixels of files that are cut short: any result but success is an error here.</summary>
internal sealed class PictureDecoder : IDisposable
{
    private const string CutShort = "The picture is cut short or damaged: its file ends before its pixels do.";

    private readonly string _name;
    private readonly PictureReadOptions _options;
    private readonly SKData _data;
    private readonly SKCodec _codec;
    private readonly PngKind _kind;

    public PictureDecoder(byte[] file, string name, PictureReadOptions options)
    {
        (_name, _options) = (name, options);
        if (file.Length == 0)
        {
            throw Error("The file is empty.");
        }

        // Skia takes some cut WebP files for whole ones.
        if (file is [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..]
            && BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(4)) + 8L > file.Length)
        {
            throw Error(CutShort);
        }

        _kind = PngKind.Of(file);
        _data = SKData.CreateCopy(_kind.Prepare(file));
        _codec = SKCodec.Create(_data)!;
        try
        {
            Info = Describe(file);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public PictureInfo Info { get; }

    private bool IsTurned => _codec.EncodedOrigin >= SKEncodedOrigin.LeftTop;

    public PixelImage Decode()
    {
        var size = DecodedSize();
        var upright = Pixels(size.Width, size.Height);
        return Orientation.Apply(upright, _codec.EncodedOrigin);
    }

    public void Dispose()
    {
        _codec?.Dispose();
        _data.Dispose();
    }

    private PictureInfo Describe(byte[] file)
    {
        if (_codec is null)
        {
            throw Error(FileKinds.Name(file) is { } other
                ? $"The file is {other}; PNG, JPEG, WebP, BMP and GIF pictures are read. Convert it."
                : "The file is no picture: it begins as none of PNG, JPEG, WebP, BMP and GIF does, or ends within its header.");
        }

        var format = _codec.EncodedFormat switch
        {
            SKEncodedImageFormat.Png => PictureFormat.Png,
            SKEncodedImageFormat.Jpeg => PictureFormat.Jpeg,
            SKEncodedImageFormat.Webp => PictureFormat.WebP,
            SKEncodedImageFormat.Bmp => PictureFormat.Bmp,
            SKEncodedImageFormat.Gif => PictureFormat.Gif,
            var other => throw Error($"The file is a picture of the format {other}; PNG, JPEG, WebP, BMP and GIF pictures are read. Convert it."),
        };
        var (width, height) = (_codec.Info.Width, _codec.Info.Height);
        if (width < 1 || height < 1 || (long)width * height > _options.MaximumPixels)
        {
            throw Error($"The picture is said to have {width}x{height} pixels; 1 to {_options.MaximumPixels} are read.");
        }

        return new PictureInfo
        {
            Width = IsTurned ? height : width,
            Height = IsTurned ? width : height,
            Channels = _kind.IsGray16 || _codec.Info.ColorType == SKColorType.Gray8 ? 1 : _codec.Info.AlphaType == SKAlphaType.Opaque ? 3 : 4,
            Format = format,
        };
    }

    // The file's own size, or the smallest that the format offers with twice the size needed along both sides.
    private SKSizeI DecodedSize()
    {
        var whole = new SKSizeI(_codec.Info.Width, _codec.Info.Height);
        if (_options.Needed is not { } needed)
        {
            return whole;
        }

        var (width, height) = IsTurned ? (needed.Height, needed.Width) : (needed.Width, needed.Height);
        var smallest = whole;
        for (var eighths = 7; eighths >= 1; eighths--)
        {
            var offered = _codec.GetScaledDimensions(eighths / 8f);
            if (offered.Width < 2L * width || offered.Height < 2L * height)
            {
                break;
            }

            smallest = offered;
        }

        return smallest;
    }

    private PixelImage Pixels(int width, int height)
    {
        var type = _codec.Info.ColorType == SKColorType.Gray8 ? SKColorType.Gray8 : _kind.NeedsHalves ? SKColorType.RgbaF16 : SKColorType.Rgba8888;
        var info = new SKImageInfo(width, height, type, type == SKColorType.Gray8 ? SKAlphaType.Opaque : SKAlphaType.Unpremul);
        if (type == SKColorType.Gray8)
        {
            var gray = new PixelImage(width, height, 1);
            Fill(info, gray.Bytes);
            return gray;
        }

        var rented = ArrayPool<byte>.Shared.Rent(info.BytesSize);
        try
        {
            Fill(info, rented);
            var image = new PixelImage(width, height, Info.Channels);
            _kind.Convert(rented.AsSpan(0, info.BytesSize), image);
            return image;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private void Fill(SKImageInfo info, byte[] pixels)
    {
        var pinned = GCHandle.Alloc(pixels, GCHandleType.Pinned);
        try
        {
            var result = _codec.GetPixels(info, pinned.AddrOfPinnedObject(), info.RowBytes, SKCodecOptions.Default);
            if (result != SKCodecResult.Success)
            {
                throw Error(result switch
                {
                    SKCodecResult.IncompleteInput => CutShort,
                    SKCodecResult.ErrorInInput => "The picture is damaged.",
                    _ => $"The picture cannot be decoded ({result}).",
                });
            }
        }
        finally
        {
            pinned.Free();
        }
    }

    private DataFormatException Error(string problem) => new(_name, 0, problem);
}
