using Gan.Net.Cli.CommandLine;
using Gan.Net.Cli.Tests.Support;

namespace Gan.Net.Cli.Tests;

public sealed class WaitPolicyTests
{
    [Theory]
    [InlineData("0.31 0.20 0.11 1/128 4711", 2, 1000, "the cores are idle")]
    [InlineData("1.00 0.20 0.11 1/128 4711", 2, 0, "other programs use the cores")]
    [InlineData("1.00 0.20 0.11 1/128 4711", 8, 1000, "the cores are idle")]
    [InlineData("", 8, 0, "other programs use the cores")]
    public void For_Load_SpinsOnlyOnIdleCores(string load, int cores, int spins, string why) => Assert.Equal((spins, why), WaitPolicy.For(load, cores));
}
