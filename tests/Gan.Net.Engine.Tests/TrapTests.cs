using Gan.Net.EngineTraps;
using TorchSharp;

namespace Gan.Net.Engine.Tests;

/// <summary>
/// Every trap of TorchSharp, each a canary: when an upgrade changes what a call does, the test that names its row fails. Then the row goes,
/// and so may what avoids it.
/// </summary>
public sealed class TrapTests
{
    /// <summary>Calls that come back, one way or another.</summary>
    public static TheoryData<string> Returning => [.. TrapList.All.Where(trap => !IsAlone(trap)).Select(trap => trap.Call)];

    /// <summary>Calls that do not, or leave a process that is not to be trusted.</summary>
    public static TheoryData<string> Ending => [.. TrapList.All.Where(IsAlone).Select(trap => trap.Call)];

    [Theory]
    [MemberData(nameof(Returning))]
    public void Call_ThatReturns_DoesWhatItDidOnThisVersion(string call)
    {
        var trap = TrapList.All.Single(trap => trap.Call == call);

        AssertUnchanged(trap, trap.Outcome());
    }

    [Theory]
    [MemberData(nameof(Ending))]
    public void Call_InAProcessOfItsOwn_DoesWhatItDidOnThisVersion(string call) => AssertUnchanged(TrapList.All.Single(trap => trap.Call == call), Child.Outcome("trap", call));

    [Fact]
    public void Calls_AreDistinct() => Assert.Distinct(TrapList.All.Select(trap => trap.Call));

    [Fact]
    public void Rows_OfTheDecision_AreThoseOfTheTraps()
    {
        var lines = File.ReadAllLines(RepositoryFiles.At("docs", "decisions", "0002-torchsharp-traps.md"));
        var rows = lines.Where(line => line.StartsWith("| `", StringComparison.Ordinal) || line.StartsWith("| *", StringComparison.Ordinal)).Select(line => line.Split(" | ")[0][2..].Trim('`', '*'));

        Assert.Equal(TrapList.All.Select(trap => trap.Row).Distinct().Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    private static bool IsAlone(Trap trap) => trap.Observed == Trap.EndsTheProcess || trap.SpoilsTheProcess;

    private static void AssertUnchanged(Trap trap, string outcome) => Assert.True(
        outcome == trap.Observed,
        $"TorchSharp {typeof(torch).Assembly.GetName().Version}: '{trap.Call}' on 0.107.0: {trap.Observed}. Now: {outcome}. "
        + $"Change the row '{trap.Row}' in docs/decisions/0002-torchsharp-traps.md, src/BannedSymbols.txt, and what avoids the call.");
}
