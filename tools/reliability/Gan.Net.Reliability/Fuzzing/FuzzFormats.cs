using Gan.Net.Imaging;

namespace Gan.Net.Reliability.Fuzzing;

/// <summary>The formats there are.</summary>
internal static class FuzzFormats
{
    public static IReadOnlyList<FuzzFormat> List { get; } =
    [
        new SafeTensorsFormat(),
        new IdxFormat(packed: false),
        new IdxFormat(packed: true),
        new CifarFormat(packed: false),
        new CifarFormat(packed: true),
        new PngFormat(),
        new PictureFuzzFormat(PictureFormat.Jpeg),
        new PictureFuzzFormat(PictureFormat.WebP),
        new PictureFuzzFormat(PictureFormat.Bmp),
        new PictureFuzzFormat(PictureFormat.Gif),
        new ConfigFormat(),
        new ManifestFormat(),
    ];

    public static FuzzFormat Named(string name) => List.Single(format => format.Name == name);
}
