using static TorchSharp.torch;

namespace Gan.Net.Monitoring.Tests;

public sealed class KMeansTests
{
    [Fact]
    public void Centres_ThreeClumps_AreTheirMeans()
    {
        using var rows = tensor(new float[,] { { 0, 0 }, { 0, 2 }, { 10, 0 }, { 10, 1 }, { 10, 2 }, { -5, 7 }, { -5, 9 } });
        using var centres = KMeans.Centres(rows, 3);

        var found = centres.data<float>().ToArray().Chunk(2).OrderBy(centre => centre[0]).ToArray();
        Assert.Equal([-5, 8], found[0]);
        Assert.Equal([0, 1], found[1]);
        Assert.Equal([10, 1], found[2]);
    }

    [Fact]
    public void Centres_FewerDifferentRows_AreAsMany()
    {
        using var rows = tensor(new float[,] { { 1, 1 }, { 1, 1 }, { 4, 0 }, { 4, 0 } });
        using var centres = KMeans.Centres(rows, 16);

        Assert.Equal([2L, 2L], centres.shape);
    }
}
