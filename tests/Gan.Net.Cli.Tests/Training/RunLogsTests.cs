using Gan.Net.Cli.Training;

namespace Gan.Net.Cli.Tests.Training;

public sealed class RunLogsTests
{
    [Theory]
    [InlineData(1, 1, 25)]
    [InlineData(40, 1, 25)]
    [InlineData(3_000, 15, 30)]
    [InlineData(4_999, 24, 48)]
    [InlineData(8_000, 50, 25)]
    [InlineData(1_000_000, 5_000, 25)]
    public void Paces_OfARun_MeetOften(long rounds, long statistics, long monitor)
    {
        Assert.Equal(statistics, RunLogs.StatisticsEvery(rounds));
        Assert.Equal(monitor, RunLogs.MonitorEvery(rounds));
        Assert.True(monitor % statistics == 0 || statistics % monitor == 0);
    }
}
