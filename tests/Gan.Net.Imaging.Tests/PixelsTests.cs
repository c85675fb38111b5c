using static TorchSharp.torch;

namespace Gan.Net.Imaging.Tests;

public class PixelsTests
{
    [Fact]
    public void FromBytes_EveryByte_IsExactAndComesBack()
    {
        using var scope = NewDisposeScope();
        var all = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();
        var samples = Pixels.FromBytes(tensor(all));
        Assert.Equal(-1f, samples[0].item<float>());
        Assert.Equal(1f, samples[255].item<float>());
        Assert.Equal(0.2f, samples[153].item<float>(), 1e-6f);
        Assert.Equal(all, Pixels.ToBytes(samples).bytes.ToArray());
    }

    [Fact]
    public void ToBytes_OutsideTheRange_IsClampedAndRounded()
    {
        using var scope = NewDisposeScope();
        float[] values = [-7f, -1.001f, -0.9968f, 0f, 0.9999f, 1.5f, float.PositiveInfinity];
        Assert.Equal([0, 0, 0, 128, 255, 255, 255], Pixels.ToBytes(tensor(values)).bytes.ToArray());
    }

    [Fact]
    public void ToBytes_Samples_AreLeftAlone()
    {
        using var scope = NewDisposeScope();
        var samples = tensor(new[] { 0.5f, -0.5f });
        Pixels.ToBytes(samples);
        Assert.Equal([0.5f, -0.5f], samples.data<float>().ToArray());
    }

    [Fact]
    public void ToTensor_Rgb_HasPlanes()
    {
        using var planes = Pixels.ToTensor(new PixelImage(2, 1, 3, [1, 2, 3, 4, 5, 6]));
        Assert.Equal([3, 1, 2], planes.shape);
        Assert.Equal([1, 4, 2, 5, 3, 6], planes.bytes.ToArray());
    }
}
