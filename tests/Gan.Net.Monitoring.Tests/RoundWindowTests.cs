namespace Gan.Net.Monitoring.Tests;

public sealed class RoundWindowTests
{
    [Fact]
    public void Add_RoundsOutOfReach_AreForgotten()
    {
        var window = new RoundWindow<int>(100);
        foreach (var round in (int[])[10, 50, 110, 149])
        {
            window.Add(round, round);
        }

        Assert.Equal([50, 110, 149], window.Values);
        Assert.True(window.IsFull);
    }

    [Fact]
    public void IsFull_FewerRounds_IsFalse()
    {
        var window = new RoundWindow<int>(100);
        window.Add(10, 1);
        window.Add(109, 2);

        Assert.False(window.IsFull);
    }

    [Fact]
    public void Add_RoundThatWasBefore_StartsOver()
    {
        var window = new RoundWindow<int>(100);
        foreach (var round in (int[])[10, 120, 130, 60])
        {
            window.Add(round, round);
        }

        Assert.Equal([60], window.Values);
        Assert.False(window.IsFull);
    }
}
