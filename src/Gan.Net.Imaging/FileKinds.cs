using System.Buffers;

namespace Gan.Net.Imaging;

/// <summary>Names what a file is that is no picture read here, by its first bytes, so that an error can say so.</summary>
internal static class FileKinds
{
    private static readonly SearchValues<byte> _letters = SearchValues.Create([9, 10, 13, .. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (byte)code)]);

    public static string? Name(ReadOnlySpan<byte> file) => file switch
    {
        [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => "a TIFF picture",
        [0, 0, 0, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => "a HEIC, AVIF or video file",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "a PDF document",
        [(byte)'P', (byte)'K', 3, 4, ..] => "a zip archive",
        [0x1F, 0x8B, ..] => "a gzip file",
        [(byte)'8', (byte)'B', (byte)'P', (byte)'S', ..] => "a Photoshop file",
        [(byte)'<', ..] => "an SVG, HTML or XML text",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] or [(byte)'B', (byte)'M', ..] => null,
        _ => IsText(file[..Math.Min(file.Length, 64)]) ? "a text" : null,
    };

    private static bool IsText(ReadOnlySpan<byte> start) => !start.ContainsAnyExcept(_letters);
}
