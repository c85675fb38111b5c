using Gan.Net.EngineTraps;
using Gan.Net.EngineTraps.Models;

namespace Gan.Net.Engine.Tests;

/// <summary>
/// Users' models whose layers do not fit their input: a sentence, never the end of the process. Each trains in a process of its own, so that
/// an end is seen.
/// </summary>
public sealed class MisfitTests
{
    public static TheoryData<string> Names => [.. Misfit.All.Select(misfit => misfit.Name)];

    // matmul alone ends the process, as the list of traps says: nothing of ours stands between a user's forward and the engine.
    [Theory]
    [MemberData(nameof(Names))]
    public void Fit_AModelThatDoesNotFit_SaysSo(string name) =>
        Assert.Equal(Misfit.All.Single(misfit => misfit.Name == name).Says, Child.Outcome("misfit", name));

    [Fact]
    public void Fit_ModelsThatFit_SaysNothing() => Assert.Equal("nothing", new Misfit { Name = "fits", Sample = [3, 4], Penalised = true, Says = "" }.Train());

    [Fact]
    public void GeneratorState_DamagedAndLetThrough_NeverEndsTheProcess() => Assert.Equal("all went well", Child.Outcome("states", "3000"));
}
