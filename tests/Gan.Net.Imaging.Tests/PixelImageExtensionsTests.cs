using Gan.Net.Imaging.Tests.Support;

namespace Gan.Net.Imaging.Tests;

public sealed class PixelImageExtensionsTests
{
    [Fact]
    public void Resize_AllFiltersAndSizes_AreWhatPillowGives()
    {
        var source = PictureFixtures.Root.GetProperty("source");
        var image = new PixelImage(PictureFixtures.Number(source, "width"), PictureFixtures.Number(source, "height"), 3, PictureFixtures.Bytes(source, "pixels"));
        foreach (var item in PictureFixtures.Root.GetProperty("resized").EnumerateArray())
        {
            var size = new PictureSize(PictureFixtures.Number(item, "width"), PictureFixtures.Number(item, "height"));
            var resized = image.Resize(size, Enum.Parse<ResizeFilter>(item.GetProperty("filter").GetString()!));
            Assert.Equal((size.Width, size.Height, 3), (resized.Width, resized.Height, resized.Channels));

            // Pillow rounds between the two directions too, and with fewer bits.
            var differences = PictureFixtures.Bytes(item, "pixels").Zip(resized.Pixels.ToArray(), (x, y) => Math.Abs(x - y)).ToList();
            Assert.InRange(differences.Max(), 0, 2);
            Assert.InRange(differences.Average(), 0, 0.35);
        }
    }

    [Fact]
    public void Resize_EvenPicture_StaysEven()
    {
        var image = new PixelImage(37, 29, 4);
        image.Pixels.Fill(123);
        foreach (var filter in Enum.GetValues<ResizeFilter>())
        {
            Assert.Equal([123], image.Resize(new PictureSize(11, 50), filter).Pixels.ToArray().Distinct());
        }
    }

    [Fact]
    public void Resize_OwnSize_IsACopy()
    {
        var image = Scene.Picture(5, 4, 3);
        var copy = image.Resize(new PictureSize(5, 4));
        Assert.Equal(image.Pixels.ToArray(), copy.Pixels.ToArray());
        copy.Pixels.Clear();
        Assert.NotEqual(0, image.Pixels[^1]);
    }

    [Fact]
    public void Resize_UnknownFilter_IsRefused() => Assert.StartsWith(
        "There is no filter 9; take Bilinear, Bicubic or Lanczos.",
        Assert.Throws<ArgumentException>(() => Scene.Picture(2, 2, 1).Resize(PictureSize.Square(1), (ResizeFilter)9)).Message);

    [Fact]
    public void Crop_Rectangle_IsCutOut()
    {
        var image = new PixelImage(3, 3, 1, [1, 2, 3, 4, 5, 6, 7, 8, 9]);
        Assert.Equal([6, 9], image.Crop(2, 1, new PictureSize(1, 2)).Pixels.ToArray());
        Assert.Equal([5], image.CropCentre(PictureSize.Square(1)).Pixels.ToArray());
        Assert.Equal([1, 2, 4, 5], image.CropCentre(PictureSize.Square(2)).Pixels.ToArray());
    }

    [Theory]
    [InlineData(-1, 0, 1, 1)]
    [InlineData(0, 2, 1, 2)]
    [InlineData(2, 0, 2, 1)]
    [InlineData(0, 0, 4, 1)]
    public void Crop_OutsideThePicture_SaysSo(int left, int top, int width, int height)
    {
        var error = Assert.Throws<ArgumentException>(() => new PixelImage(3, 3, 1).Crop(left, top, new PictureSize(width, height)));
        Assert.StartsWith($"A rectangle of {width}x{height} from ({left}, {top}) on is not within a picture of 3x3 pixels.", error.Message);
    }

    [Fact]
    public void FlipHorizontally_Pixels_StayWhole() =>
        Assert.Equal([4, 5, 6, 1, 2, 3], new PixelImage(2, 1, 3, [1, 2, 3, 4, 5, 6]).FlipHorizontally().Pixels.ToArray());

    [Fact]
    public void Flatten_Transparency_LetsTheBackgroundThrough()
    {
        var image = new PixelImage(3, 1, 4, [10, 20, 30, 255, 10, 20, 30, 0, 0, 255, 100, 128]);
        Assert.Equal([10, 20, 30, 200, 100, 0, 100, 178, 50], image.Flatten(new Colour(200, 100, 0)).Pixels.ToArray());
        Assert.Equal((3, 1), (image.Flatten(Colour.White).Channels, new PixelImage(1, 1, 1).Flatten(Colour.White).Channels));
    }

    [Fact]
    public void ToGray_Colours_AreWeighted() =>
        Assert.Equal([76, 150, 29, 255], new PixelImage(4, 1, 3, [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255]).ToGray().Pixels.ToArray());

    [Fact]
    public void ToRgb_Gray_IsRepeatedAndTransparencyLeftOut()
    {
        Assert.Equal([7, 7, 7], new PixelImage(1, 1, 1, [7]).ToRgb().Pixels.ToArray());
        Assert.Equal([1, 2, 3], new PixelImage(1, 1, 4, [1, 2, 3, 4]).ToRgb().Pixels.ToArray());
    }

    [Theory]
    [InlineData(100, 50, 20, 20, 40, 20)]
    [InlineData(50, 100, 20, 10, 20, 40)]
    [InlineData(3, 1000, 64, 64, 64, 21333)]
    [InlineData(10, 10, 7, 9, 9, 9)]
    public void Covering_AnyShape_KeepsTheShapeAndCovers(int width, int height, int neededWidth, int neededHeight, int expectedWidth, int expectedHeight) =>
        Assert.Equal(new PictureSize(expectedWidth, expectedHeight), new PictureSize(width, height).Covering(new PictureSize(neededWidth, neededHeight)));
}
