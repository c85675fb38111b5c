using System.Text.Json;
using Gan.Net.Imaging;
using Gan.Net.IO;

namespace Gan.Net.Tests.Imaging;

/// <summary>Files made by tools/reference/png_files.py, round trips, and every damage.</summary>
public sealed class PngTests : IDisposable
{
    private static readonly JsonElement Files = JsonDocument.Parse(File.ReadAllBytes(RepositoryFiles.Fixture("png_files.json"))).RootElement;

    private readonly ScratchFolder _folder = new();

    public static TheoryData<string> GoodNames => Names("good");

    public static TheoryData<string> BadNames => Names("bad");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(GoodNames))]
    public void Read_FileOfAnotherWriter_HasItsPixels(string name)
    {
        var expected = Find("good", name);
        var image = Read(expected.GetProperty("file").GetBytesFromBase64());
        Assert.Equal(expected.GetProperty("width").GetInt32(), image.Width);
        Assert.Equal(expected.GetProperty("height").GetInt32(), image.Height);
        Assert.Equal(expected.GetProperty("channels").GetInt32(), image.Channels);
        Assert.Equal(expected.GetProperty("pixels").GetBytesFromBase64(), image.Pixels.ToArray());
    }

    [Theory]
    [MemberData(nameof(BadNames))]
    public void Read_FileThatBreaksARule_IsRefused(string name)
    {
        var file = Find("bad", name).GetProperty("file").GetBytesFromBase64();
        Hostile.Refused(() => Read(file));
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 9, 3)]
    [InlineData(13, 1, 4)]
    [InlineData(28, 28, 1)]
    [InlineData(65, 33, 3)]
    [InlineData(31, 40, 4)]
    public void Write_AnyPicture_ReadsBackEqual(int width, int height, int channels)
    {
        var image = Picture(width, height, channels);
        var path = _folder.File("picture.png");
        Png.Write(image, path);
        var read = Png.Read(path);
        Assert.Equal((width, height, channels), (read.Width, read.Height, read.Channels));
        Assert.Equal(image.Pixels.ToArray(), read.Pixels.ToArray());
    }

    [Fact]
    public void Write_SmoothPicture_IsSmallerThanWithoutFilters()
    {
        var image = new PixelImage(256, 256, 1);
        for (var y = 0; y < 256; y++)
        {
            for (var x = 0; x < 256; x++)
            {
                image.Row(y)[x] = (byte)(x * 3 + y * 5);
            }
        }

        Assert.InRange(Written(image).Length, 100, 2_000);
    }

    [Fact]
    public void Read_EveryTruncation_IsRefused() => Assert.All(Hostile.Truncations(Written(Picture(5, 4, 3))), file => Hostile.Refused(() => Read(file)));

    [Fact]
    public void Read_EveryBitFlipped_IsRefused() => Assert.All(Hostile.BitFlips(Written(Picture(5, 4, 3))), file => Hostile.Refused(() => Read(file)));

    [Fact]
    public void Read_Mutants_ThrowNothingElse()
    {
        foreach (var file in Files.GetProperty("good").EnumerateArray().Select(item => item.GetProperty("file").GetBytesFromBase64()))
        {
            foreach (var mutant in Hostile.Mutants(file, 2000))
            {
                Hostile.ReadOrRefused(() => Read(mutant));
            }
        }
    }

    [Fact]
    public void Read_MorePixelsThanAllowed_SaysSo()
    {
        var refusal = Hostile.Refused(() => Png.Read(new MemoryStream(Written(Picture(20, 10, 1))), "big.png", maximumPixels: 199));
        Assert.Equal("big.png, offset 33: The picture is said to have 20x10 pixels; 1 to 199 are read.", refusal.Message);
    }

    [Fact]
    public void Read_GzipInsteadOfPng_IsRefused() => Assert.Equal(
        "x.png, offset 8: The file does not begin as a PNG file does.",
        Assert.Throws<DataFormatException>(() => Png.Read(new MemoryStream([0x1F, 0x8B, .. new byte[30]]), "x.png")).Message);

    private static PixelImage Read(byte[] file) => Png.Read(new MemoryStream(file), "test.png");

    private static byte[] Written(PixelImage image)
    {
        using var stream = new MemoryStream();
        Png.Write(image, stream);
        return stream.ToArray();
    }

    private static PixelImage Picture(int width, int height, int channels)
    {
        var random = new SeededRandom((ulong)(width + height));
        var image = new PixelImage(width, height, channels);
        for (var i = 0; i < image.Pixels.Length; i++)
        {
            image.Pixels[i] = (byte)(i * 3 + random.NextInt64(20));
        }

        return image;
    }

    private static TheoryData<string> Names(string set) => new(Files.GetProperty(set).EnumerateArray().Select(item => item.GetProperty("name").GetString()!));

    private static JsonElement Find(string set, string name) =>
        Files.GetProperty(set).EnumerateArray().Single(item => item.GetProperty("name").GetString() == name);
}
