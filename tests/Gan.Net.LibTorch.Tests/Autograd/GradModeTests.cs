using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests.Autograd;

public sealed class GradModeTests
{
    [Fact]
    public void NoGrad_Nested_EachLevelComesBack()
    {
        Assert.True(is_grad_enabled());
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            using (enable_grad())
            {
                Assert.True(is_grad_enabled());
                using (set_grad_enabled(false))
                {
                    Assert.False(is_grad_enabled());
                }

                Assert.True(is_grad_enabled());
            }

            Assert.False(is_grad_enabled());
        }

        Assert.True(is_grad_enabled());
    }

    [Fact]
    public void NoGrad_ThrownThrough_ComesBack()
    {
        Assert.Throws<InvalidOperationException>(ThrowInside);
        Assert.True(is_grad_enabled());
    }

    [Fact]
    public void NoGrad_Operator_RecordsNothing()
    {
        using var scope = NewDisposeScope();
        var x = TensorValues.Vector(2).requires_grad_();
        Assert.True(x.mul(x).requires_grad);
        using var off = no_grad();
        Assert.False(x.mul(x).requires_grad);
    }

    [Fact]
    public void NoGrad_OtherThread_IsNotAffected()
    {
        using var off = no_grad();
        var enabled = false;
        var thread = new Thread(() => enabled = is_grad_enabled());
        thread.Start();
        thread.Join();
        Assert.True(enabled);
        Assert.False(is_grad_enabled());
    }

    private static void ThrowInside()
    {
        using var off = no_grad();
        throw new InvalidOperationException("thrown inside");
    }
}
