using Gan.Net.Imaging;
using Gan.Net.IO;

namespace Gan.Net.Reliability.Fuzzing;

/// <summary>What picture files decode to.</summary>
internal static class DecodedPicture
{
    /// <summary>Whether a file decodes, and to the same picture as a sound one.</summary>
    public static bool IsSame(byte[] file, byte[] sound)
    {
        try
        {
            return Pixels(file).AsSpan().SequenceEqual(Pixels(sound));
        }
        catch (DataFormatException)
        {
            return false;
        }
    }

    private static byte[] Pixels(byte[] file) => PictureFile.Read(new MemoryStream(file), "file").Pixels.ToArray();
}
