using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests;

public sealed class GeneratorTests
{
    [Fact]
    public void Draws_SameSeed_SameNumbers()
    {
        using var scope = NewDisposeScope();
        using var one = new Generator(5);
        using var other = new Generator(5);
        Assert.Equal(Draw(one), Draw(other));
        Assert.Equal(Draw(one), Draw(other));
        Assert.NotEqual(Draw(one), Draw(new Generator(6)));
    }

    // torch.rand(3, generator=torch.Generator().manual_seed(5), dtype=torch.float64)
    [Fact]
    public void Draws_KnownSeed_AreLibTorchs()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(5);
        Assert.Equal([0.6420150066280941, 0.2597579151763153, 0.36082761942715424], Draw(generator));
    }

    [Fact]
    public void SetState_SavedState_RepeatsWhatFollowed()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(5);
        Draw(generator);
        var state = generator.get_state();
        var after = Draw(generator);
        Draw(generator);
        generator.set_state(state);
        Assert.Equal(after, Draw(generator));
        using var fresh = new Generator(99);
        fresh.set_state(state);
        Assert.Equal(after, Draw(fresh));
    }

    [Fact]
    public void GetState_LaterDraws_DoNotChangeIt()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(5);
        var state = generator.get_state();
        var before = TensorValues.Read(state);
        Draw(generator);
        Assert.Equal(before, TensorValues.Read(state));
        Assert.NotEqual(before, TensorValues.Read(generator.get_state()));
    }

    [Fact]
    public void SetState_NotAState_ThrowsAndKeepsItsOwn()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(5);
        var expected = Draw(new Generator(5));
        Assert.Throws<ExternalException>(() => generator.set_state(TensorValues.Vector(1, 2)));
        Assert.Equal(expected, Draw(generator));
    }

    [Fact]
    public void ManualSeed_AfterDraws_BeginsAnew()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        Draw(generator);
        Assert.Same(generator, generator.manual_seed(5));
        Assert.Equal(5, generator.initial_seed());
        Assert.Equal(Draw(new Generator(5)), Draw(generator));
    }

    [Fact]
    public void Seed_Twice_DiffersAndIsTheSeed()
    {
        using var generator = new Generator(1);
        var first = generator.seed();
        Assert.Equal(first, generator.initial_seed());
        Assert.NotEqual(first, generator.seed());
    }

    [Fact]
    public void Draws_OwnGenerator_LeavesTheGlobalOneAlone()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        var expected = Draw(null);
        manual_seed(5);
        using var generator = new Generator(1);
        Draw(generator);
        Assert.Equal(expected, Draw(null));
        Assert.Equal(expected, Draw(new Generator(5)));
        Assert.Equal(5, initial_seed());
    }

    [Fact]
    public void SetRngState_SavedState_RepeatsTheGlobalDraws()
    {
        using var scope = NewDisposeScope();
        var state = get_rng_state();
        var expected = Draw(null);
        set_rng_state(state);
        Assert.Equal(expected, Draw(null));
    }

    [Fact]
    public void Members_AfterDispose_Throw()
    {
        var generator = new Generator(1);
        generator.Dispose();
        generator.Dispose();
        Assert.Throws<ObjectDisposedException>(() => generator.manual_seed(1));
    }

    private static double[] Draw(Generator? generator) => TensorValues.Read(rand([3], ScalarType.Float64, generator: generator));
}
