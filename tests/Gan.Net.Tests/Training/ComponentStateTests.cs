using Gan.Net.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.Tests.Training;

public sealed class ComponentStateTests
{
    [Fact]
    public void Set_ValueOfAScope_OutlivesItWithoutAGraph()
    {
        using var state = new ComponentState();
        using (NewDisposeScope())
        {
            state.Set("mean", full(1, 3.0).requires_grad_().mul(2));
        }

        Assert.Equal(6, state.Find("mean")!.ToDouble());
        Assert.False(state.Find("mean")!.requires_grad);
    }

    [Fact]
    public void Set_Again_ReplacesTheValueAndFreesTheOldOne()
    {
        using var state = new ComponentState();
        using var one = full(1, 1.0);
        using var two = full(1, 2.0);
        state.Set("mean", one);
        var live = LiveTensors.Count();

        state.Set("mean", two);

        Assert.Equal(2, state.Find("mean")!.ToDouble());
        Assert.Equal(live, Tensor.TotalCount);
    }

    [Fact]
    public void Set_Value_IsACopy()
    {
        using var state = new ComponentState();
        using var value = full(1, 1.0);
        state.Set("mean", value);

        value.add_(1);

        Assert.Equal(1, state.Find("mean")!.ToDouble());
    }

    [Fact]
    public void Find_Unknown_IsNull()
    {
        using var state = new ComponentState();

        Assert.Null(state.Find("mean"));
        Assert.Empty(state.Tensors);
    }

    [Fact]
    public void Dispose_State_FreesAll()
    {
        using var value = full(1, 1.0);
        var live = LiveTensors.Count();
        var state = new ComponentState();
        state.Set("mean", value);

        state.Dispose();

        Assert.Equal(live, Tensor.TotalCount);
    }
}
