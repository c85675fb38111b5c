using System.Buffers.Binary;
using System.Text.Json;
using Gan.Net.Imaging;
using Gan.Net.IO;
using Gan.Net.TestSupport;

namespace Gan.Net.Reliability.Fuzzing;

/// <summary>Picture files without checksums: JPEG, WebP, BMP, GIF. The sound ones are those of the readers' tests.</summary>
internal sealed class PictureFuzzFormat(PictureFormat format) : FuzzFormat
{
    // Headers, tables and segments come first in these formats.
    private const int StructureEnd = 700;

    private readonly Lazy<IReadOnlyList<byte[]>> _seeds = new(() => ReadSeeds(format.ToString()));

    public override string Name => format.ToString().ToLowerInvariant();

    public override IReadOnlyList<byte[]> Seeds => _seeds.Value;

    public override long Read(string path) => PictureFile.Read(path).Pixels.Length;

    public override bool IsTyped(Exception refusal) => refusal is DataFormatException;

    // What a file ends with after its last pixel can be missing.
    public override bool IsWholeAt(byte[] seed, int length) => DecodedPicture.IsSame(seed[..length], seed);

    public override long AllowedWhenRefused(byte[] file) => 2 * base.AllowedWhenRefused(file) + 8 * Declared(file);

    // Four bytes for each pixel while it is decoded, rounded up to a power of two, and the picture.
    public override long AllowedWhenTaken(byte[] file, long content) => 2 * base.AllowedWhenTaken(file, 9 * content);

    public override byte[] ChangeFields(byte[] seed, SeededRandom random)
    {
        var file = seed.ToArray();
        for (var i = random.NextInt64(3); i >= 0; i--)
        {
            var at = (int)random.NextInt64(Math.Min(StructureEnd, file.Length - 8));
            var number = OddNumber(random);
            switch (random.NextInt64(4))
            {
                case 0: file[at] = (byte)number; break;
                case 1: BinaryPrimitives.WriteInt16BigEndian(file.AsSpan(at), unchecked((short)number)); break;
                case 2: BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(at), unchecked((short)number)); break;
                default: BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), unchecked((int)number)); break;
            }
        }

        return file;
    }

    // A picture is made when its header is sound; what its data holds comes to light later.
    private static long Declared(byte[] file)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, file);
            var info = PictureFile.ReadInfo(path);
            return (long)info.Width * info.Height;
        }
        catch (DataFormatException)
        {
            return 0;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static List<byte[]> ReadSeeds(string format)
    {
        using var fixtures = JsonDocument.Parse(File.ReadAllBytes(RepositoryFiles.Fixture("picture_files.json")));
        return [.. fixtures.RootElement.GetProperty("pictures").EnumerateArray()
            .Where(item => item.GetProperty("format").GetString() == format)
            .Select(item => item.GetProperty("file").GetBytesFromBase64())];
    }
}
