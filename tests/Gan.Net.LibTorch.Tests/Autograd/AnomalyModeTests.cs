using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Gan.Net.LibTorch.Tests.Autograd;

public sealed class AnomalyModeTests
{
    [Fact]
    public void DetectAnomaly_Nested_EachLevelComesBack()
    {
        Assert.False(AnomalyMode.IsEnabled);
        using (autograd.detect_anomaly())
        {
            Assert.Equal((true, true), (AnomalyMode.IsEnabled, AnomalyMode.ShouldCheckNaN));
            using (autograd.set_detect_anomaly(true, check_nan: false))
            {
                Assert.Equal((true, false), (AnomalyMode.IsEnabled, AnomalyMode.ShouldCheckNaN));
            }

            Assert.True(AnomalyMode.ShouldCheckNaN);
        }

        Assert.False(AnomalyMode.IsEnabled);
    }

    [Fact]
    public void DetectAnomaly_GradientThatIsNaN_NamesTheOperator()
    {
        using var scope = NewDisposeScope();
        var x = TensorValues.Vector(0).requires_grad_();
        var y = x.sqrt().mul(x);
        using var anomaly = autograd.detect_anomaly();
        var failure = Assert.Throws<ExternalException>(() => y.backward());
        Assert.Equal("Function 'SqrtBackward0' returned nan values in its 0th output.", failure.Message);
    }
}
