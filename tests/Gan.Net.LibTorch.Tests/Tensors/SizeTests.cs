using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

public sealed class SizeTests
{
    [Fact]
    public void Size_EveryConstructor_HoldsTheLengths()
    {
        Assert.Equal([5], new Size(5).Shape);
        Assert.Equal([5], new Size(5L).Shape);
        Assert.Equal([2, 3], new Size((2, 3)).Shape);
        Assert.Equal([2, 3, 4], new Size((2L, 3L, 4L)).Shape);
        Assert.Equal([2, 3, 4], new Size((2, 3, 4)).Shape);
        Assert.Equal([2, 3, 4, 5], new Size((2, 3, 4, 5)).Shape);
        Assert.Equal([2, 3], new Size(new[] { 2, 3 }).Shape);
        Assert.Equal([2, 3], new Size(new List<long> { 2, 3 }).Shape);
        Assert.Equal([2, 3], ((Size)(2L, 3L)).Shape);
        Assert.Equal([2, 3, 4], ((Size)(2L, 3L, 4L)).Shape);
        Assert.Equal([2, 3, 4, 5], ((Size)(2L, 3L, 4L, 5L)).Shape);
        Assert.Equal([7], ((Size)7L).Shape);
        Assert.Empty(default(Size).Shape);
    }

    [Fact]
    public void Size_Array_IsCopied()
    {
        long[] lengths = [2, 3];
        Size size = lengths;
        lengths[0] = 9;
        Assert.Equal([2, 3], size);
    }

    [Fact]
    public void Size_Members_DescribeTheLengths()
    {
        var size = new Size((2, 3, 4));
        Assert.Equal((24, 3, false), (size.numel(), size.Length, size.IsEmpty));
        Assert.True(Size.Empty is { IsScalar: true, IsEmpty: true } && Size.Empty.numel() == 1);
        Assert.Equal((3, 4), (size[1], size[2L]));
        Assert.Equal([2, 3], size.Take(2));
        Assert.Equal([3, 4], size.Slice(1, 3));
        Assert.Equal([3], size.Slice(-2, -1));
        Assert.Equal([], size.Slice(2, 1));
        Assert.Equal([2, 3, 4, 5], size + new Size(5));
        Assert.Equal([2, 3, 4, 6], size + new List<long> { 6 });
    }

    [Fact]
    public void Size_Equality_GoesByLengths()
    {
        Assert.True(new Size((2, 3)) == new Size((2L, 3L)));
        Assert.True(new Size((2, 3)) != new Size((3, 2)));
        Assert.Equal(new Size((2, 3)).GetHashCode(), new Size((2, 3)).GetHashCode());
        Assert.False(new Size(2).Equals("2"));
    }
}
