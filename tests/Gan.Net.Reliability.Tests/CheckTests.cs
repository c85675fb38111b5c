using System.Diagnostics;
using Gan.Net.Reliability.Runner;

namespace Gan.Net.Reliability.Tests;

/// <summary>Every check of <c>tools/reliability</c> in its short form, each in a process of its own.</summary>
public sealed class CheckTests
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(5);

    public static TheoryData<string> Names() => [.. AllChecks.List.Select(check => check.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Run_ShortForm_EveryPromiseHolds(string name)
    {
        using var process = Children.Start(name);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(_limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{name} was still running after {_limit.TotalMinutes} minutes.");
        }

        Assert.True(process.ExitCode == 0, $"{name} exited with {process.ExitCode}:\n{await output}\n{await error}");
        Assert.Contains("holds", await output);
    }

    [Fact]
    public void Names_OfChecks_AreDistinct() => Assert.Equal(AllChecks.List.Count, AllChecks.List.DistinctBy(check => check.Name).Count());
}
